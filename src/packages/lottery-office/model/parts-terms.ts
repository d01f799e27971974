/** The rules of a campaign as parts of the editor: which invoices, whose and how many, what becomes of a prize. */
import type { Text } from '../../../../functions/core/pure/text'
import { kindName, KIND_CODES } from '../../../../functions/lottery/data/kinds'
import { EIGHT_SECTORS } from '../../../../functions/lottery/data/national'
import { UNKNOWN_FACTS } from '../../../../functions/lottery/rules/campaign'
import {
  MOST_CAP,
  MOST_DAYS,
  MOST_MONEY,
  MOST_ROWS,
  NUMBER_PREFIX,
  SECTOR_CODE,
} from '../../../../functions/lottery/rules/campaign-limits'
import { both, type Key } from './both'
import { nameItems, optionalRule, periodItems, rule } from './common-items'
import {
  dayItem,
  labelOf,
  numberItem,
  type CodesItem,
  type Item,
  type ListItem,
  type Part,
  type PickItem,
} from './items'
import { listAt, textAt, type Draft, type Json } from './tree'

const DIVISION = /^\d{2}(\d{2}){0,2}$/

interface Codes {
  readonly shape: RegExp
  readonly said: Key
  readonly least: 0 | 1
  readonly hint: Key
  readonly label?: Text
}

const codes = (path: string, { said, hint, label = labelOf(path), ...of }: Codes): CodesItem => ({
  kind: 'codes',
  path,
  label,
  shapeSaid: both(said),
  hint: both(hint),
  ...of,
})

const pick = (
  draft: Draft,
  path: string,
  choices: readonly { readonly value: string; readonly said: Key }[],
  label: Text = labelOf(path),
): PickItem => ({
  kind: 'pick',
  path,
  label,
  chosen: textAt(draft, path),
  choices: choices.map(({ value, said }) => ({ key: value, label: both(said), value })),
})

const sectorRows = (draft: Draft, path: string): ListItem => ({
  kind: 'list',
  path,
  label: labelOf(path),
  least: 0,
  rows: listAt(draft, path).map((row, at) => ({
    path: `${path}.${at}`,
    title: { zh: textAt(row, 'name.zh'), en: textAt(row, 'name.en') },
    items: [
      ...nameItems(`${path}.${at}.name`),
      codes(`${path}.${at}.codes`, {
        shape: SECTOR_CODE,
        said: 'edit.sectorShape',
        least: 1,
        hint: 'edit.codesHint',
      }),
    ],
  })),
  starts: [
    ...EIGHT_SECTORS.map(({ name, codes: of }, at) => ({
      key: `s${at}`,
      label: name,
      row: { name: { ...name }, codes: [...of] } satisfies Json,
    })),
    { key: 'own', label: both('edit.sectorOwn'), row: { name: { zh: '', en: '' }, codes: [] } },
  ],
})

const invoiceItems = (draft: Draft, at: string): readonly Item[] => [
  optionalRule(
    draft,
    `${at}.kinds`,
    ['32'],
    [
      {
        kind: 'many',
        path: `${at}.kinds.value`,
        label: labelOf('kinds'),
        choices: KIND_CODES.map((code) => ({ value: code, label: kindName(code) })),
      },
    ],
  ),
  optionalRule(
    draft,
    `${at}.regions`,
    [],
    [
      codes(`${at}.regions.value`, {
        shape: DIVISION,
        said: 'edit.regionShape',
        least: 1,
        hint: 'edit.regionHint',
        label: labelOf('regions'),
      }),
    ],
  ),
  optionalRule(draft, `${at}.sectors`, { included: [], excluded: [] }, [
    sectorRows(draft, `${at}.sectors.value.included`),
    sectorRows(draft, `${at}.sectors.value.excluded`),
  ]),
  optionalRule(draft, `${at}.floor`, 10_000, [
    numberItem(`${at}.floor.value`, 'money', { min: 0, max: MOST_MONEY }, { label: labelOf('floor') }),
  ]),
  rule(`${at}.invoiceDates`, [
    dayItem(`${at}.invoiceDates.value.from`),
    dayItem(`${at}.invoiceDates.value.to`),
    numberItem(
      `${at}.invoiceDates.value.withinDays`,
      'count',
      { min: 0, max: MOST_DAYS },
      { optional: both('nothing.noBound'), hint: both('edit.noBound') },
    ),
  ]),
  optionalRule(draft, `${at}.waitMinutes`, 60, [
    numberItem(
      `${at}.waitMinutes.value`,
      'count',
      { min: 1, max: 7 * 1440 },
      { label: labelOf('waitMinutes') },
    ),
  ]),
  optionalRule(draft, `${at}.number`, { prefixes: [], digits: 20 }, [
    codes(`${at}.number.value.prefixes`, {
      shape: NUMBER_PREFIX,
      said: 'edit.prefixShape',
      least: 0,
      hint: 'edit.codesHint',
    }),
    numberItem(
      `${at}.number.value.digits`,
      'count',
      { min: 8, max: 20 },
      { optional: both('nothing.noBound'), hint: both('edit.noBound') },
    ),
  ]),
  optionalRule(draft, `${at}.noProxy`, true, [], both('edit.noProxy')),
]

const cap = (draft: Draft, path: string, start: number): Item =>
  optionalRule(draft, path, start, [
    numberItem(`${path}.value`, 'count', { min: 1, max: MOST_CAP }, { label: labelOf(path) }),
  ])

const personItems = (draft: Draft, at: string): readonly Item[] => [
  cap(draft, `${at}.perDay`, 3),
  cap(draft, `${at}.perMonth`, 30),
  cap(draft, `${at}.inAll`, 100),
  rule(`${at}.winsPerInvoice`, [
    numberItem(
      `${at}.winsPerInvoice.value`,
      'count',
      { min: 1, max: 10 },
      { label: labelOf('winsPerInvoice') },
    ),
  ]),
  rule(`${at}.title`, [
    pick(
      draft,
      `${at}.title.value`,
      [
        { value: 'exact', said: 'edit.title.exact' },
        { value: 'person', said: 'edit.title.person' },
      ],
      labelOf('title'),
    ),
  ]),
  optionalRule(draft, `${at}.adultFrom`, 18, [
    numberItem(`${at}.adultFrom.value`, 'count', { min: 18, max: 100 }, { label: labelOf('adultFrom') }),
  ]),
  ...UNKNOWN_FACTS.map((fact) =>
    pick(
      draft,
      `${at}.unknown.${fact}`,
      [
        { value: 'warn', said: 'edit.unknown.warn' },
        { value: 'refuse', said: 'edit.unknown.refuse' },
      ],
      both(`edit.fact.${fact}`),
    ),
  ),
]

const daysRule = (draft: Draft, path: string, start: number, most: number): Item =>
  optionalRule(draft, path, start, [
    numberItem(`${path}.value`, 'count', { min: 1, max: most }, { label: labelOf(path) }),
  ])

const prizeItems = (draft: Draft, at: string): readonly Item[] => [
  daysRule(draft, `${at}.secondCheck`, 7, MOST_DAYS),
  daysRule(draft, `${at}.notice`, 5, MOST_DAYS),
  rule(`${at}.claim`, [
    numberItem(`${at}.claim.value.days`, 'count', { min: 1, max: MOST_DAYS }),
    pick(
      draft,
      `${at}.claim.value.from`,
      [
        { value: 'win', said: 'edit.claim.win' },
        { value: 'notice', said: 'edit.claim.notice' },
      ],
      both('edit.claim.from'),
    ),
    pick(draft, `${at}.claim.value.defer`, [
      { value: 'none', said: 'edit.defer.none' },
      { value: 'nextWorkingDay', said: 'edit.defer.nextWorkingDay' },
      { value: 'article109', said: 'edit.defer.article109' },
    ]),
  ]),
  daysRule(draft, `${at}.payWithin`, 10, 250),
  rule(`${at}.redraw`, [
    pick(
      draft,
      `${at}.redraw.value`,
      [
        { value: 'replacement', said: 'edit.redraw.replacement' },
        { value: 'pool', said: 'edit.redraw.pool' },
      ],
      labelOf('redraw'),
    ),
  ]),
]

const GROUPS = [
  { key: 'invoices', items: invoiceItems },
  { key: 'people', items: personItems },
  { key: 'prizes', items: prizeItems },
] as const

/** Of one row of rules; where there are several, its days are in the title. */
const groupsOf = (draft: Draft, row: number, many: boolean): readonly Part[] =>
  GROUPS.map(({ key, items }) => {
    const plain = both(`edit.part.${key}`)
    const from = textAt(draft, `terms.${row}.effectiveFrom`)
    return {
      key: `${key}-${row}`,
      title: many
        ? {
            zh: both('edit.part.from', { part: plain.zh, from }).zh,
            en: both('edit.part.from', { part: plain.en, from }).en,
          }
        : plain,
      items: items(draft, `terms.${row}`),
    }
  })

export const termsParts = (draft: Draft): readonly Part[] => {
  const rows = listAt(draft, 'terms')
  const last = rows[rows.length - 1]
  return [
    ...rows.flatMap((_, row) => groupsOf(draft, row, rows.length > 1)),
    {
      key: 'terms',
      title: both('edit.part.terms'),
      items: [
        {
          kind: 'list',
          path: 'terms',
          label: labelOf('terms'),
          hint: both('edit.termsHint'),
          least: 1,
          rows: rows.map((_, row) => ({
            path: `terms.${row}`,
            title: both('edit.termsRow', { n: row + 1 }),
            items: periodItems(`terms.${row}`),
          })),
          starts:
            rows.length < MOST_ROWS && last !== undefined
              ? [{ key: 'copy', label: both('edit.termsCopy'), row: last }]
              : [],
        },
      ],
    },
  ]
}
