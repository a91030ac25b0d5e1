// The only module that knows ApexCharts. Formatters are functions and cannot cross interop, so they are made here.
import ApexCharts from '../lib/apexcharts.esm.js';

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const number = decimals => new Intl.NumberFormat('en-US', {
  minimumFractionDigits: decimals,
  maximumFractionDigits: decimals,
});

const dayAndTime = ms => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

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

// Everything that can differ between two ticks; what never differs is in `frame`.
function changing(model) {
  const value = number(model.format.decimals);
  const tick = number(model.axis?.decimals ?? model.format.decimals);
  const unit = model.format.unit ? ` ${model.format.unit}` : '';
  const quiet = css('--aura-text-quiet');
  return {
    series: model.series,
    colors: model.series.map((_, index) => css(`--aura-series-${index % 6 + 1}`)),
    theme: { mode: model.dark ? 'dark' : 'light' },
    grid: { borderColor: css('--aura-line'), padding: { left: 8, right: 8, top: -12, bottom: -4 } },
    annotations: { position: 'back', yaxis: bandsOf(model) },
    xaxis: {
      type: 'datetime',
      axisBorder: { show: false },
      axisTicks: { show: false },
      tooltip: { enabled: false },
      labels: { datetimeUTC: true, style: { colors: quiet, fontSize: '11px' } },
    },
    yaxis: {
      min: model.axis?.min,
      max: model.axis?.max,
      tickAmount: model.axis?.steps,
      labels: { formatter: amount => tick.format(amount), style: { colors: quiet, fontSize: '11px' } },
    },
    tooltip: {
      shared: true,
      x: { formatter: ms => `${dayAndTime(ms)} UTC` },
      y: { formatter: amount => amount === null || amount === undefined ? 'no value' : `${value.format(amount)}${unit}` },
    },
    // Of several lines the first is what the others are compared with.
    stroke: { curve: 'straight', width: model.series.length > 1 ? model.series.map((_, index) => index === 0 ? 3 : 1.5) : 2 },
    legend: { show: model.series.length > 1, position: 'top', horizontalAlign: 'left', labels: { colors: quiet } },
  };
}

const frame = model => ({
  chart: {
    type: 'line',
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
  noData: { text: 'No data yet' },
});

export async function create(element, model) {
  const chart = new ApexCharts(element, { ...frame(model), ...changing(model) });
  await chart.render();
  return {
    update: async next => {
      await chart.updateOptions(changing(next), false, false, false);
    },
    destroy: () => chart.destroy(),
  };
}
