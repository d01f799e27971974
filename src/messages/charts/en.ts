/** What charts say, en. */
export const texts = {
  show: 'Show the numbers',
  hide: 'Hide the numbers',
  table: '{title}: the numbers',
  latest: '{name} {value} ({label})',
  total: '{name} {value}',
  unknown: 'No data',
} as const
