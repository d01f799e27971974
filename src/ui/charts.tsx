/** Charts, plain and honest: bars and lines from zero, their numbers in a table beside them. For sub-packages alone. */
export { BarChart } from './bar-chart'
export type { ChartGroup, ChartProps, ChartSeries, ChartTone } from './chart-frame'
export { numberText } from './numbers'
export { LineChart } from './line-chart'
