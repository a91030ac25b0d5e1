// Writes verify.html: the published verifier with every file inside, so that it opens from a disk without any server.
// Browsers refuse modules and fetches from file://, but not from a blob that the page itself made.
//   node inline.mjs <published wwwroot> <verify.html>
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [root, output] = process.argv.slice(2);
const framework = join(root, '_framework');
const read = name => readFileSync(join(root, name), 'utf8');

// A string of a script may hold anything but the end of the element that it stands in.
const inElement = (text, element) => {
  if (text.toLowerCase().includes(`</${element}`))
    throw new Error(`A file holds </${element}> and would end its own element.`);
  return text;
};

function replaceOnce(page, part, replacement) {
  if (page.split(part).length !== 2)
    throw new Error(`index.html holds ${page.split(part).length - 1} times, and not once: ${part}`);
  return page.split(part).join(replacement);
}

const files = readdirSync(framework)
  .filter(name => name !== 'blazor.webassembly.js' && !/\.(br|gz|map|pdb)$/.test(name))
  .sort();
// A module made from a blob has an address that no other can be relative to; the page's own will do.
const contentOf = name => name.endsWith('.js')
  ? read(join('_framework', name)).replaceAll('import.meta.url', 'document.baseURI')
  : readFileSync(join(framework, name));
const packed = files.map(name =>
  `<script type="text/plain" data-file="${name}">${gzipSync(contentOf(name), { level: 9 }).toString('base64')}</script>`);

// What the page may do, said to the browser: it runs what stands in it and connects to nothing but its own blobs.
const policy = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'unsafe-inline'; "
  + "img-src data:; connect-src blob:; base-uri 'none'; form-action 'none'";

const start = `
(() => {
  const types = { js: 'text/javascript', wasm: 'application/wasm', json: 'application/json' };
  const typeOf = name => types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  const unpack = async name => {
    const element = document.querySelector('script[data-file="' + name + '"]');
    if (element === null)
      throw new Error('verify.html does not hold ' + name + '.');
    const bytes = Uint8Array.from(atob(element.textContent), character => character.charCodeAt(0));
    element.remove();
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  };
  const modules = new Map();
  const unpackModule = async name => {
    const text = await (await unpack(name)).text();
    modules.set(name, URL.createObjectURL(new Blob([text], { type: typeOf(name) })));
  };
  const answer = async name =>
    new Response((await unpack(name)).body, { headers: { 'Content-Type': typeOf(name) } });
  Promise.all(${JSON.stringify(files.filter(name => name.endsWith('.js')))}.map(unpackModule))
    .then(() => Blazor.start({
      loadBootResource: (type, name) => modules.get(name) ?? answer(name),
    }))
    .catch(error => {
      document.getElementById('blazor-error-ui').style.display = 'block';
      throw error;
    });
})();
`;

let page = read('index.html');
page = replaceOnce(page, '<html lang="en">', '<html lang="en" data-alone>');
page = replaceOnce(page, '<meta charset="utf-8" />',
  `<meta charset="utf-8" />\n  <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
page = replaceOnce(page, '  <base href="./" />\n', '');
page = replaceOnce(page, '<link rel="stylesheet" href="verify.css" />',
  `<style>\n${inElement(read('verify.css'), 'style')}</style>`);
page = replaceOnce(page, '<script src="verify.js"></script>',
  `<script>\n${inElement(read('verify.js'), 'script')}</script>`);
page = replaceOnce(page, '<script src="_framework/blazor.webassembly.js"></script>',
  `${packed.join('\n')}\n<script autostart="false">${inElement(read('_framework/blazor.webassembly.js'), 'script')}</script>\n<script>${start}</script>`);
writeFileSync(output, page);
