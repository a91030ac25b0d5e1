// The only module that knows ApexCharts. Formatters are functions and cannot cross interop, so they are made here.
import ApexCharts from '../lib/apexcharts.esm.js';

// Resolving a property costs more than the line it colours, so each is resolved once in each theme.
const properties = new Map();

function css(name) {
  const root = document.documentElement;
  const key = `${root.dataset.theme} ${name}`;
  if (!properties.has(key)) {
    properties.set(key, getComputedStyle(root).getPropertyValue(name).trim());
  }
  return properties.get(key);
}

const number = (decimals, language) => new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-US', {
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
});

// Swedish writes dates as ISO 8601 does. Making a format costs more than using it, so each is made once.
const clocks = new Map();

function clockOf(zone) {
  if (!clocks.has(zone)) {
    const of = options => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...options });
    clocks.set(zone, {
      stamp: of({ dateStyle: 'short', timeStyle: 'medium' }),
      seconds: of({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
      minutes: of({ hour: '2-digit', minute: '2-digit' }),
      days: of({ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }),
    });
  }
  return clocks.get(zone);
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function tickClock(model) {
  const times = model.series.flatMap(line => line.data.length ? [line.data[0][0], line.data.at(-1)[0]] : []);
  const span = times.length ? Math.max(...times) - Math.min(...times) : 0;
  const clock = clockOf(model.clock);
  return span > dayMs ? clock.days : span > 10 * minuteMs ? clock.minutes : clock.seconds;
}

// A name that is taller than its band would lie across the next one.
const labelHeight = 14;
const frameHeight = 50;

function bandsOf(model) {
  const pixels = band => (band.to - band.from) / (model.axis.max - model.axis.min) * (model.format.height - frameHeight);
  return model.bands.map(band => {
    const colour = css(`--aura-${band.tone}`);
    return {
      y: band.from,
      y2: band.to,
      fillColor: colour,
      opacity: 0.14,
      borderColor: colour,
      strokeDashArray: 3,
      label: {
        text: pixels(band) >= labelHeight ? band.label : '',
        position: 'left',
        textAnchor: 'start',
        offsetX: 4,
        offsetY: 14,
        borderWidth: 0,
        style: { background: 'transparent', color: css('--aura-text-quiet'), fontSize: '11px' },
      },
    };
  });
}

// A stretch of time is shaded, a moment is a line; both carry their words, so that colour is never alone.
function spansOf(model) {
  return model.spans.map(span => {
    const colour = css(`--aura-${span.tone}`);
    return {
      x: span.from,
      ...(span.to === null ? { strokeDashArray: 2 } : { x2: span.to, fillColor: colour, opacity: 0.12, strokeDashArray: 0 }),
      borderColor: colour,
      label: {
        text: span.label,
        orientation: 'vertical',
        position: 'top',
        offsetX: span.to === null ? 0 : 7,
        offsetY: 4,
        borderWidth: 0,
        textAnchor: 'start',
        style: { background: 'transparent', color: css('--aura-text-quiet'), fontSize: '11px' },
      },
    };
  });
}

const pointsOf = model => model.isCandles
  ? model.series.map(line => ({ name: line.name, data: line.data.map(([x, ...y]) => ({ x, y })) }))
  : model.series;

// Everything that can differ between two ticks; what never differs is in `frame`.
function changing(model) {
  const value = number(model.format.decimals, model.language);
  const tick = number(model.axis?.decimals ?? model.format.decimals, model.language);
  const unit = model.format.unit ? ` ${model.format.unit}` : '';
  const quiet = css('--aura-text-quiet');
  const ticks = tickClock(model);
  const { stamp } = clockOf(model.clock);
  return {
    series: pointsOf(model),
    colors: model.series.map((_, index) => css(`--aura-series-${index % 6 + 1}`)),
    theme: { mode: model.dark ? 'dark' : 'light' },
    grid: { borderColor: css('--aura-line'), padding: { left: 8, right: 8, top: -12, bottom: -4 } },
    annotations: { position: 'back', yaxis: bandsOf(model), xaxis: spansOf(model) },
    plotOptions: { candlestick: { colors: { upward: css('--aura-series-3'), downward: css('--aura-series-2') } } },
    xaxis: {
      type: 'datetime',
      axisBorder: { show: false },
      axisTicks: { show: false },
      tooltip: { enabled: false },
      labels: {
        formatter: (_, ms) => ticks.format(ms),
        hideOverlappingLabels: true,
        style: { colors: quiet, fontSize: '11px' },
      },
    },
    yaxis: {
      min: model.axis?.min,
      max: model.axis?.max,
      tickAmount: model.axis?.steps,
      labels: { formatter: amount => tick.format(amount), style: { colors: quiet, fontSize: '11px' } },
    },
    tooltip: {
      shared: true,
      x: { formatter: ms => stamp.format(ms) },
      y: { formatter: amount => amount === null || amount === undefined ? model.noValue : `${value.format(amount)}${unit}` },
    },
    // Of several lines the first is what the others are compared with; each has its own dashes beside its colour.
    stroke: model.isCandles
      ? { width: 1 }
      : {
        curve: 'straight',
        width: model.series.length > 1 ? model.series.map((_, index) => index === 0 ? 3 : 1.5) : 2,
        dashArray: model.series.map((_, index) => index < 2 ? 0 : 2 * index - 1),
      },
    legend: { show: model.series.length > 1, position: 'top', horizontalAlign: 'left', labels: { colors: quiet } },
  };
}

const frame = model => ({
  chart: {
    type: model.isCandles ? 'candlestick' : 'line',
    height: model.format.height,
    background: 'transparent',
    fontFamily: 'inherit',
    animations: { enabled: false },
    toolbar: { show: false },
    zoom: { enabled: false },
    parentHeightOffset: 0,
    redrawOnParentResize: true,
  },
  markers: { size: 0, hover: { size: 4 } },
  dataLabels: { enabled: false },
  noData: { text: '–' },
});

// Figures come first: drawing all charts of a page takes longer than several frames, and a round is told by its numbers.
// A hidden page makes no frames.
const longestFrameMs = 100;

const painted = () => new Promise(resolve => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, longestFrameMs);
});

// A line as it was drawn becomes the next one; see ChartLineChange.
const changed = (data, { dropped, kept, added }) => [...data.slice(dropped, dropped + kept), ...added];

function next(drawn, { lines, frame: rest }) {
  return { ...rest, series: lines.map((line, i) => ({ name: line.name, data: changed(drawn[i]?.data ?? [], line) })) };
}

const tooltips = new CSSStyleSheet();
tooltips.replaceSync(`
  .apexcharts-tooltip,
  .apexcharts-tooltip.apexcharts-theme-light,
  .apexcharts-tooltip.apexcharts-theme-dark {
    border: 1px solid var(--aura-line);
    background: var(--aura-surface);
    color: var(--aura-text);
    font-variant-numeric: tabular-nums;
  }

  .apexcharts-tooltip .apexcharts-tooltip-title {
    border-bottom: 1px solid var(--aura-line);
    background: transparent;
  }
`);

// Behind a shadow root the rules of the page do not apply: matching thousands of them against every label that is
// measured took half of the time of drawing.
function canvasIn(element) {
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tooltips];
  return root.appendChild(document.createElement('div')).appendChild(document.createElement('div'));
}

export async function create(element, first) {
  let model = next([], first);
  const chart = new ApexCharts(canvasIn(element), { ...frame(model), ...changing(model) });
  await chart.render();
  let alive = true;
  return {
    update: async change => {
      model = next(model.series, change);
      const wanted = model;
      await painted();
      // The page may have been left meanwhile.
      if (alive) {
        await chart.updateOptions(changing(wanted), false, false, false);
      }
    },
    save: async name => {
      const { imgURI } = await chart.dataURI({ scale: 2 });
      window.aura.saveFrom(name, imgURI);
    },
    destroy: () => {
      alive = false;
      chart.destroy();
    },
  };
}
