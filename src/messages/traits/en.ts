/** Words of choosing industries and regions, English. */
export const texts = {
  search: 'Search by name or code',
  groups: 'Groups',
  none: 'Nothing found for “{text}”. Try other words, or the code.',
  more: 'There is more: type a few more letters.',
  done: 'Done',
  industryTitle: 'Choose an industry',
  industryNote: 'By GB/T 4754—2017; it is on the business licence or the tax registration.',
  industryWhole: 'All of {name}',
  regionTitle: 'Choose a region',
  regionNote: 'A province, or one of its cities. Places are named in Chinese.',
  regionWhole: 'All of {name}',
  chosen: '{label}: {value}',
  unsaid: 'Not chosen',
} as const
