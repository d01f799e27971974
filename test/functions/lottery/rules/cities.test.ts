/** Each shipped campaign at both sides of each of its limits. */
import { instantOf } from '../../../../functions/core/pure/time'
import { chengdu, ningbo, taiyuan, xiamen } from '../../../../functions/lottery/data/campaigns'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { countsOf } from '../../../../functions/lottery/rules/eligibility'
import { amiss, ask, NOW, numberOf, type Asked } from './cases'

type Row = readonly [says: string, asked: Asked, amiss: readonly string[]]

/** What all four share. */
const common: readonly Row[] = [
  ['an ordinary invoice', {}, []],
  ['99.99 yuan', { invoice: { facts: { amount: 9_999 } } }, ['floor:no']],
  ['100.00 yuan', { invoice: { facts: { amount: 10_000 } } }, []],
  ['the name with a space', { invoice: { buyerName: '欧阳 小明' } }, []],
  ['the name and more', { invoice: { buyerName: '欧阳小明（个人）' } }, ['title:no']],
  ['another name', { invoice: { buyerName: '欧阳小民' } }, ['title:no']],
  ['a company', { invoice: { buyerName: '厦门欧阳贸易有限公司' } }, ['title:no']],
  ['no name', { invoice: { buyerName: '个人' } }, ['title:no']],
  ['a void one', { invoice: { state: 'void' } }, ['state:no']],
  ['a reversed one', { invoice: { state: 'red' } }, ['state:no']],
  ['a red-letter one', { invoice: { facts: { amount: -20_000 } } }, ['floor:no', 'state:no']],
  ['one entered by herself', { counts: { entered: 'mine' } }, ['entered:no']],
  ['one entered by another', { counts: { entered: 'others' } }, ['entered:no']],
  ['born 18 years ago today', { entrant: { bornOn: '2008-03-17' } }, []],
  ['born 18 years ago tomorrow', { entrant: { bornOn: '2008-03-18' } }, ['adult:wait']],
  ['seventeen for the whole campaign', { entrant: { bornOn: '2009-03-17' } }, ['adult:no']],
  ['not verified', { entrant: { realName: null } }, ['realName:no', 'title:unknown']],
]

const table: Readonly<Record<string, readonly [Campaign, readonly Row[]]>> = {
  Xiamen: [
    xiamen,
    [
      ['the third of the day', { counts: { today: 2, thisMonth: 2, inAll: 2 } }, []],
      ['the fourth of the day', { counts: { today: 3, thisMonth: 3, inAll: 3 } }, ['perDay:wait']],
      ['the hundredth in all', { counts: { inAll: 99 } }, []],
      ['the hundred and first', { counts: { inAll: 100 } }, ['inAll:no']],
      ['a special invoice', { invoice: { facts: { kind: '31' } } }, ['kind:no']],
      [
        'an old ordinary invoice',
        { invoice: { facts: { kind: '04', code: '3502001130', number: '12345678' } } },
        ['kind:no', 'number:no'],
      ],
      ['one issued on behalf', { invoice: { issuedByProxy: true } }, ['byProxy:no']],
      ['retail', { invoice: { industry: '5211' } }, []],
      ['lodging', { invoice: { industry: '6110' } }, []],
      ['a bar', { invoice: { industry: '9012' } }, []],
      ['a lottery shop', { invoice: { industry: '9041' } }, ['sector:no']],
      ['an agent of artists', { invoice: { industry: '9053' } }, ['sector:no']],
      ['a nursery', { invoice: { industry: '8020' } }, ['sector:no']],
      ['a hairdresser', { invoice: { industry: '8040' } }, []],
      ['a funeral parlour', { invoice: { industry: '8080' } }, ['sector:no']],
      ['a travel agency', { invoice: { industry: '7291' } }, []],
      ['what stands beside it', { invoice: { industry: '7292' } }, ['sector:no']],
      ['a scenic area', { invoice: { industry: '7861' } }, []],
      ['a city park', { invoice: { industry: '7850' } }, ['sector:no']],
      ['a cinema', { invoice: { industry: '8760' } }, []],
      ['entertainment, not said which', { invoice: { industry: '90' } }, ['sector:unknown']],
      ['business services, not said which', { invoice: { industry: '72' } }, ['sector:unknown']],
      ['a shop in Siming', { invoice: { issuerRegion: '350203' } }, []],
      ['a shop in Fuzhou', { invoice: { issuerRegion: '350100' } }, ['region:no']],
      ['a shop somewhere in Fujian', { invoice: { issuerRegion: '350000' } }, ['region:unknown']],
      [
        'issued on the eve of the campaign',
        { invoice: { facts: { issuedOn: '2026-02-09' } } },
        ['invoiceDate:no'],
      ],
      ['issued on its first day', { invoice: { facts: { issuedOn: '2026-02-10' } } }, []],
      ['issued tomorrow', { invoice: { facts: { issuedOn: '2026-03-18' } } }, ['invoiceDate:no']],
      [
        '59 minutes old, not in the database',
        { invoice: { state: 'unknown', verifiedAt: null, issuedAt: NOW - 59 * 60_000 } },
        ['state:unknown', 'wait:wait'],
      ],
      [
        'an hour old, not looked up',
        { invoice: { state: 'unknown', verifiedAt: null, issuedAt: NOW - 60 * 60_000 } },
        ['state:unknown'],
      ],
    ],
  ],
  Ningbo: [
    ningbo,
    [
      ['the second of the day', { counts: { today: 1 } }, []],
      ['the third of the day', { counts: { today: 2 } }, ['perDay:wait']],
      ['the twentieth of the month', { counts: { thisMonth: 19 } }, []],
      ['the twenty-first of the month', { counts: { thisMonth: 20 } }, ['perMonth:wait']],
      ['issued on behalf', { invoice: { issuedByProxy: true } }, ['byProxy:no']],
      ['a special invoice', { invoice: { facts: { kind: '31' } } }, ['kind:no']],
      ['a shop in Hangzhou', { invoice: { issuerRegion: '330100' } }, ['region:no']],
    ],
  ],
  Chengdu: [
    chengdu,
    [
      ['the third of the day', { counts: { today: 2 } }, []],
      ['the fourth of the day', { counts: { today: 3 } }, ['perDay:wait']],
      [
        'a number of the year before',
        { invoice: { facts: { number: '25512000000012345678' } } },
        ['number:no'],
      ],
      [
        'a number of Fujian',
        { invoice: { facts: { number: numberOf['xiamen-2026'] ?? '' } } },
        ['number:no'],
      ],
      ['a short number that begins rightly', { invoice: { facts: { number: '26510001' } } }, ['number:no']],
      ['telecoms', { invoice: { industry: '6312' } }, ['sector:no']],
      ['games', { invoice: { industry: '6422' } }, ['sector:no']],
      ['a taxi', { invoice: { industry: '5413' } }, ['sector:no']],
      ['ride-hailing', { invoice: { industry: '6432' } }, ['sector:no']],
      ['sport, which is not of its five sectors', { invoice: { industry: '8930' } }, ['sector:no']],
      ['a museum', { invoice: { industry: '8850' } }, []],
    ],
  ],
  Taiyuan: [
    taiyuan,
    [
      ['the tenth of the day, which has no cap', { counts: { today: 9, thisMonth: 50, inAll: 500 } }, []],
      ['sport', { invoice: { industry: '8930' } }, []],
      ['a factory', { invoice: { industry: '3311' } }, ['sector:no']],
      ['a shop in Datong', { invoice: { issuerRegion: '140200' } }, ['region:no']],
      ['an industry that nobody knows', { invoice: { industry: null } }, ['sector:unknown']],
    ],
  ],
}

describe.each(Object.entries(table))('%s', (_, [campaign, rows]) => {
  it.each([...common, ...rows])('%s', (_says, asked, expected) => {
    expect(amiss(ask(campaign, asked))).toEqual(expected)
  })
})

describe('days begin at midnight in China', () => {
  it.each([
    // Of its own days of issue none has come yet.
    [
      'the last moment before Xiamen opens',
      instantOf('2026-02-10') - 1,
      ['invoiceDate:no', 'entryWindow:wait'],
    ],
    ['its first', instantOf('2026-02-10'), []],
    ['its last', instantOf('2026-08-01') - 1, []],
    ['the first after it', instantOf('2026-08-01'), ['entryWindow:no']],
  ])('%s', (_, now, expected) => {
    expect(amiss(ask(xiamen, { now, invoice: { facts: { issuedOn: '2026-02-10' } } }))).toEqual(expected)
  })

  it.each([
    ['a day', xiamen, { today: 3 }, '2026-03-18'],
    ['a day of Ningbo', ningbo, { today: 2 }, '2026-03-18'],
    ['a month of Ningbo', ningbo, { thisMonth: 20 }, '2026-04-01'],
    ['both of them', ningbo, { today: 2, thisMonth: 20 }, '2026-04-01'],
  ])('a cap of %s is over at the midnight after', (_, campaign, counts, day) => {
    const { verdict, again } = ask(campaign, { counts, now: instantOf('2026-03-18') - 1 })
    expect([verdict, again]).toEqual(['wait', instantOf(day)])
  })

  it('is no use waiting for on the last day', () => {
    const { verdict, again } = ask(xiamen, { counts: { today: 3 }, now: instantOf('2026-07-31', 1200) })
    expect([verdict, again]).toEqual(['closed', null])
  })

  it('counts entries by legal days and months', () => {
    const at = (day: string, minute: number, here = true) => ({ at: instantOf(day, minute), here })
    const entries = [
      at('2026-02-28', 1439),
      at('2026-03-01', 0),
      at('2026-03-16', 1439),
      at('2026-03-17', 0),
      at('2026-03-17', 599),
      at('2026-03-17', 300, false),
    ]
    expect(countsOf(entries, NOW)).toEqual({ today: 2, thisMonth: 4, inAll: 5, todayEverywhere: 3 })
  })
})
