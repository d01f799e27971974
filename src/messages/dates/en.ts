/** Days, times and distances, en. */
export const texts = {
  dated: '{date} {year}',
  moment: '{date}, {time}',
  today: 'Today',
  tomorrow: 'Tomorrow',
  kilometres: '{n} km',
  metres: '{n} m',
} as const
