/** Pools and draws of a campaign as parts of the editor. */
import type { Text } from '../../../../functions/core/pure/text'
import {
  MOST_COUNT,
  MOST_DAYS,
  MOST_MONEY,
  MOST_OUT_OF,
  MOST_PRIZE,
} from '../../../../functions/lottery/rules/campaign-limits'
import { both } from './both'
import { keyItem, nameItems, periodItems, sourceItems, sourceOf } from './common-items'
import {
  dayItem,
  labelOf,
  numberItem,
  type Item,
  type ListItem,
  type Part,
  type PickItem,
  type TimeItem,
} from './items'
import { listAt, textAt, valueAt, type Draft, type Json } from './tree'

const named = (row: Json): Text => ({ zh: textAt(row, 'name.zh'), en: textAt(row, 'name.en') })

/** A key that none of the rows has. */
const freeKey = (rows: readonly Json[], stem: string): string => {
  const taken = new Set(rows.map((row) => textAt(row, 'key')))
  let n = rows.length + 1
  while (taken.has(`${stem}${n}`)) n += 1
  return `${stem}${n}`
}

const daysOf = (draft: Draft) => ({
  effectiveFrom: textAt(draft, 'opensOn'),
  effectiveTo: textAt(draft, 'closesOn'),
})

const poolItems = (draft: Draft, at: string): readonly Item[] => [
  ...nameItems(`${at}.name`),
  {
    kind: 'pick',
    path: `${at}.money`,
    label: labelOf('money'),
    chosen: textAt(draft, `${at}.money`),
    choices: (['central', 'municipal'] as const).map((value) => ({
      key: value,
      label: both(`edit.money.${value}`),
      value,
    })),
  },
  numberItem(`${at}.total`, 'money', { min: 1, max: MOST_MONEY }),
  numberItem(
    `${at}.perPeriod`,
    'money',
    { min: 1, max: MOST_MONEY },
    { optional: both('nothing.noBound'), hint: both('edit.perPeriodHint') },
  ),
  ...periodItems(at),
  keyItem(`${at}.key`),
  ...sourceItems(at),
]

export const poolsPart = (draft: Draft): Part => {
  const rows = listAt(draft, 'pools')
  const start = {
    key: freeKey(rows, 'pool'),
    name: { zh: '', en: '' },
    money: 'municipal',
    total: '',
    perPeriod: null,
    ...sourceOf(draft),
    ...daysOf(draft),
  }
  return {
    key: 'pools',
    title: both('edit.part.pools'),
    items: [
      {
        kind: 'list',
        path: 'pools',
        label: labelOf('pools'),
        least: 1,
        rows: rows.map((row, at) => ({
          path: `pools.${at}`,
          title: named(row),
          items: poolItems(draft, `pools.${at}`),
        })),
        starts: [{ key: 'new', label: both('edit.poolNew'), row: start }],
      },
    ],
  }
}

const poolPick = (draft: Draft, at: string): PickItem => {
  const rows = listAt(draft, 'pools')
  const keys = [...new Set(rows.map((row) => textAt(row, 'key')))].filter((key) => key !== '')
  return {
    kind: 'pick',
    path: `${at}.pool`,
    label: labelOf('pool'),
    chosen: textAt(draft, `${at}.pool`),
    choices: keys.map((key) => {
      const row = rows.find((one) => textAt(one, 'key') === key)
      const { zh, en } = named(row)
      return { key, label: { zh: zh || key, en: en || key }, value: key }
    }),
  }
}

const tierItems = (at: string, count: Item): readonly Item[] => [
  ...nameItems(`${at}.name`),
  numberItem(`${at}.prize`, 'money', { min: 1, max: MOST_PRIZE }),
  count,
  keyItem(`${at}.key`),
]

const tiers = (draft: Draft, path: string, count: (at: string) => Item, first: Json): ListItem => {
  const rows = listAt(draft, path)
  const row = { key: freeKey(rows, 'tier'), name: { zh: '', en: '' }, prize: '', ...(first as object) }
  return {
    kind: 'list',
    path,
    label: labelOf('tiers'),
    least: 1,
    rows: rows.map((one, at) => ({
      path: `${path}.${at}`,
      title: named(one),
      items: tierItems(`${path}.${at}`, count(`${path}.${at}`)),
    })),
    starts: [{ key: 'new', label: both('edit.tierNew'), row }],
  }
}

const countItem = (at: string): Item =>
  numberItem(
    `${at}.count`,
    'count',
    { min: 1, max: MOST_COUNT },
    { optional: both('nothing.count'), hint: both('edit.countHint') },
  )
const shareItem = (at: string): Item => numberItem(`${at}.share`, 'count', { min: 1, max: MOST_OUT_OF })

const EVERY = ['day', 'week', 'fortnight', 'month', 'campaign'] as const
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const scheduleItems = (draft: Draft, at: string): readonly Item[] => {
  const every = textAt(draft, `${at}.schedule.every`)
  const end = textAt(draft, 'closesOn')
  const starts: Readonly<Record<(typeof EVERY)[number], Json>> = {
    day: { every: 'day' },
    week: { every: 'week', last: 7 },
    fortnight: { every: 'fortnight', last: end },
    month: { every: 'month' },
    campaign: { every: 'campaign' },
  }
  const path = `${at}.schedule`
  const rhythm: Item = {
    kind: 'pick',
    path,
    label: labelOf('schedule'),
    chosen: every,
    choices: EVERY.map((key) => ({ key, label: both(`edit.every.${key}`), value: starts[key] })),
  }
  if (every === 'fortnight') return [rhythm, dayItem(`${path}.last`)]
  if (every !== 'week') return [rhythm]
  const last = valueAt(draft, `${path}.last`)
  return [
    rhythm,
    {
      kind: 'pick',
      path: `${path}.last`,
      label: labelOf('last'),
      chosen: typeof last === 'number' ? String(last) : '',
      choices: WEEKDAYS.map((n) => ({ key: String(n), label: both(`edit.weekday.${n}`), value: n })),
    },
  ]
}

const time = (path: string, least: number, label = labelOf(path)): TimeItem => ({
  kind: 'time',
  path,
  label,
  least,
  hint: both('edit.timeHint'),
})

const after = (path: string): readonly Item[] => {
  const name = labelOf(path)
  const label = (key: 'edit.afterDays' | 'edit.afterTime'): Text => ({
    zh: both(key, { name: name.zh }).zh,
    en: both(key, { name: name.en }).en,
  })
  return [
    { kind: 'note', path, label: name },
    numberItem(`${path}.days`, 'count', { min: 0, max: MOST_DAYS }, { label: label('edit.afterDays') }),
    time(`${path}.at`, 0, label('edit.afterTime')),
  ]
}

const periodicItems = (draft: Draft, at: string): readonly Item[] => [
  ...nameItems(`${at}.name`),
  poolPick(draft, at),
  ...scheduleItems(draft, at),
  time(`${at}.freezeAt`, 1),
  ...after(`${at}.draw`),
  ...after(`${at}.publish`),
  { kind: 'toggle', path: `${at}.onWorkingDays`, label: labelOf('onWorkingDays') },
  {
    kind: 'pick',
    path: `${at}.takes`,
    label: labelOf('takes'),
    chosen: textAt(draft, `${at}.takes`),
    choices: (['all', 'losers'] as const).map((value) => ({
      key: value,
      label: both(`edit.takes.${value}`),
      value,
    })),
  },
  tiers(draft, `${at}.tiers`, countItem, { count: 1 }),
]

const bands = (draft: Draft, path: string): ListItem => {
  const rows = listAt(draft, path)
  const start = { from: '', below: null, tiers: [] }
  return {
    kind: 'list',
    path,
    label: labelOf('bands'),
    hint: both('edit.bandsHint'),
    least: 1,
    rows: rows.map((_, at) => ({
      path: `${path}.${at}`,
      title: both('edit.band', { n: at + 1 }),
      items: [
        numberItem(`${path}.${at}.from`, 'money', { min: 0, max: MOST_MONEY }),
        numberItem(
          `${path}.${at}.below`,
          'money',
          { min: 1, max: MOST_MONEY },
          { optional: both('nothing.noBound'), hint: both('edit.noBound') },
        ),
        tiers(draft, `${path}.${at}.tiers`, shareItem, { share: 1 }),
      ],
    })),
    starts: [{ key: 'new', label: both('edit.bandNew'), row: start }],
  }
}

const instantItems = (draft: Draft, at: string): readonly Item[] => [
  ...nameItems(`${at}.name`),
  poolPick(draft, at),
  numberItem(`${at}.outOf`, 'count', { min: 1, max: MOST_OUT_OF }, { hint: both('edit.outOfHint') }),
  bands(draft, `${at}.bands`),
]

const drawPart = (draft: Draft, row: Json, at: number): Part => {
  const path = `draws.${at}`
  const { zh, en } = named(row)
  const items = textAt(row, 'kind') === 'instant' ? instantItems(draft, path) : periodicItems(draft, path)
  return {
    key: `draw-${at}`,
    title: {
      zh: both('edit.part.draw', { name: zh || String(at + 1) }).zh,
      en: both('edit.part.draw', { name: en || String(at + 1) }).en,
    },
    items: [...items, ...periodItems(path), keyItem(`${path}.key`), ...sourceItems(path)],
    removable: path,
  }
}

/** What a further draw begins with. */
export const newDraw = (draft: Draft, kind: 'periodic' | 'instant'): Json => {
  const shared = {
    kind,
    key: freeKey(listAt(draft, 'draws'), 'draw'),
    name: { zh: '', en: '' },
    pool: textAt(draft, 'pools.0.key'),
    ...sourceOf(draft),
    ...daysOf(draft),
  }
  const tier = { key: 'first', name: { zh: '', en: '' }, prize: '' }
  return kind === 'instant'
    ? { ...shared, outOf: 1000, bands: [{ from: 0, below: null, tiers: [{ ...tier, share: 1 }] }] }
    : {
        ...shared,
        schedule: { every: 'day' },
        freezeAt: 1380,
        draw: { days: 1, at: 600 },
        publish: { days: 1, at: 660 },
        onWorkingDays: false,
        takes: 'all',
        tiers: [{ ...tier, count: 1 }],
      }
}

export const drawParts = (draft: Draft): readonly Part[] =>
  listAt(draft, 'draws').map((row, at) => drawPart(draft, row, at))
