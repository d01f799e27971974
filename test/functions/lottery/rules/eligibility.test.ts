/** Every reason at once, each with its sentence; what is not known is said. */
import { HOUR, instantOf, MINUTE } from '../../../../functions/core/pure/time'
import { exampleCampaigns, taiyuan, xiamen } from '../../../../functions/lottery/data/campaigns'
import { UNKNOWN_FACTS, type Campaign } from '../../../../functions/lottery/rules/campaign'
import {
  blocks,
  eligibility,
  type Entrant,
  type ReasonCode,
} from '../../../../functions/lottery/rules/eligibility'
import { amiss, ask, entrant, invoiceFor, NAME, noneYet, NOW } from './cases'

const everyFact = (way: 'warn' | 'refuse') =>
  Object.fromEntries(UNKNOWN_FACTS.map((fact) => [fact, way])) as Record<
    (typeof UNKNOWN_FACTS)[number],
    'warn' | 'refuse'
  >

const with_ = (campaign: Campaign, change: Partial<Campaign['terms'][number]>): Campaign => ({
  ...campaign,
  terms: campaign.terms.map((row) => ({ ...row, ...change })),
})

const found = (campaign: Campaign, code: ReasonCode, asked = {}) =>
  ask(campaign, asked).reasons.find((reason) => reason.code === code)

describe('reasons', () => {
  it('are all told at once', () => {
    const { verdict, reasons } = ask(xiamen, {
      invoice: {
        facts: { kind: '31', amount: 9_999, issuedOn: '2026-02-09' },
        buyerName: '某某有限公司',
        issuerRegion: '510100',
        industry: '3311',
        issuedByProxy: true,
        state: 'red',
      },
      counts: { today: 3, inAll: 100, entered: 'others' },
    })
    expect(verdict).toBe('closed')
    expect(reasons.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual([
      'kind',
      'floor',
      'invoiceDate',
      'state',
      'region',
      'sector',
      'byProxy',
      'entered',
      'title',
      'perDay',
      'inAll',
    ])
  })

  it.each([
    ['floor', { invoice: { facts: { amount: 9_999 } } }, '这张含税 99.99 元', 'This one is of CNY 99.99'],
    [
      'perDay',
      { counts: { today: 3 } },
      '您今天已参加 3 张，3月18日 0:00 后可以再试',
      'You have entered 3 today; try again after 0:00 on 18 Mar',
    ],
    [
      'sector',
      { invoice: { industry: '9041' } },
      '开票方：彩票活动（行业代码 9041），不在参加的行业内',
      'The shop: lotteries (industry code 9041), which takes no part',
    ],
    [
      'region',
      { invoice: { issuerRegion: '510100' } },
      '开票方在成都市（510100）',
      'The shop is in 成都市 (510100)',
    ],
    ['entered', { counts: { entered: 'mine' } }, '您已用这张发票参加', 'You have entered this one already'],
    ['entered', { counts: { entered: 'others' } }, '这张已由他人参加', 'Somebody else has entered this one'],
  ] as const)('%s says it plainly, with the figures', (code, asked, zh, en) => {
    expect(found(xiamen, code, asked)?.found).toEqual({ zh, en })
  })

  it('each names its rule and what it stands on', () => {
    const { reasons } = ask(xiamen)
    expect(reasons.find(({ code }) => code === 'floor')).toMatchObject({
      rule: { zh: '单张发票含税金额不低于 100.00 元' },
      basis: { zh: '厦门市有奖发票活动公告（2026年）' },
      unconfirmed: false,
    })
    for (const { rule, basis, found: said } of reasons)
      for (const words of [rule, basis, said])
        expect([words.zh, words.en].every((one) => one.length > 3)).toBe(true)
  })

  it('never hold a name', () => {
    const said = JSON.stringify(ask(xiamen, { invoice: { buyerName: '慕容晓晓' } }))
    expect(said).not.toContain('慕容晓晓')
    expect(said).not.toContain(NAME)
  })

  it('are set in Chinese punctuation', () => {
    const halfWidth = /[\u4e00-\u9fff”》][,:;?!()]|[,:;?!()][\u4e00-\u9fff“《]/
    const nobody: Partial<Entrant> = { realName: null, bornOn: null }
    const blank = { buyerName: null, issuerRegion: null, industry: null, issuedByProxy: null } as const
    const said = exampleCampaigns.flatMap((campaign) => [
      ...ask(campaign).reasons,
      ...ask(campaign, { invoice: blank, entrant: nobody, counts: { today: 9, thisMonth: 99 } }).reasons,
    ])
    const chinese = said.flatMap(({ rule, found: sentence, basis }) => [rule.zh, sentence.zh, basis.zh])
    expect(chinese.filter((words) => halfWidth.test(words))).toEqual([])
  })
})

describe('what is not known', () => {
  const blank = {
    buyerName: null,
    issuerRegion: null,
    industry: null,
    issuedByProxy: null,
    state: 'unknown',
    verifiedAt: null,
    issuedAt: null,
  } as const

  it('is said, and may be entered where the campaign looks later', () => {
    const result = ask(with_(xiamen, { unknown: everyFact('warn') }), {
      invoice: blank,
      entrant: { bornOn: null },
    })
    expect([result.verdict, result.mayEnter]).toEqual(['doubtful', true])
    expect(amiss(result)).toEqual([
      'state:unknown',
      'wait:unknown',
      'region:unknown',
      'sector:unknown',
      'byProxy:unknown',
      'title:unknown',
      'adult:unknown',
    ])
    expect(result.reasons.find(({ code }) => code === 'sector')?.found).toEqual({
      zh: '我们无法得知开票方属于哪个行业，由主办单位核对；可以先参加，中奖后发奖前再核对',
      en: 'We cannot know the shop’s industry; the office checks it; you may enter, and it is checked before a prize is paid',
    })
  })

  it('stops it where the campaign says so', () => {
    const result = ask(with_(xiamen, { unknown: everyFact('refuse') }), {
      invoice: blank,
      entrant: { bornOn: null },
    })
    expect([result.verdict, result.mayEnter]).toEqual(['closed', false])
    expect(result.reasons.filter(blocks)).toHaveLength(7)
  })

  it('keeps out of the shipped campaigns what was not verified, and only for now', () => {
    const invoice = { state: 'unknown', verifiedAt: null, issuedAt: NOW - 2 * HOUR } as const
    for (const campaign of exampleCampaigns)
      expect(ask(campaign, { invoice })).toMatchObject({ verdict: 'wait', again: NOW + HOUR })
    // The shop's industry is the office's to look up.
    for (const campaign of exampleCampaigns)
      expect(ask(campaign, { invoice: { industry: null } })).toMatchObject({
        verdict: 'doubtful',
        mayEnter: true,
      })
  })

  it('is not worth another try when that would be after the end', () => {
    const now = instantOf('2026-07-31', 1410)
    const invoice = { state: 'unknown', verifiedAt: null, issuedAt: now - 2 * HOUR } as const
    expect(ask(xiamen, { now, invoice })).toMatchObject({ verdict: 'closed', again: null })
  })

  it('is worth another try in an hour, where only the database is behind', () => {
    const result = ask(with_(xiamen, { unknown: everyFact('refuse') }), {
      invoice: { state: 'unknown', verifiedAt: null, issuedAt: NOW - 2 * HOUR },
    })
    expect([result.verdict, result.again]).toEqual(['wait', NOW + HOUR])
  })

  it.each([
    // 88.50 × 1.13 = 100.005
    [8_850, 'unknown'],
    // 87.62 × 1.13 = 99.01; with a yuan for rounding line by line it may just be enough.
    [8_762, 'unknown'],
    [8_761, 'no'],
    [9_999, 'unknown'],
    [10_000, 'ok'],
  ])('a net amount of %i fen and no total: %s', (amount, status) => {
    const reason = found(xiamen, 'floor', { invoice: { facts: { amount, amountOf: 'net' } } })
    expect(reason?.status).toBe(status)
  })

  it('a total that is known goes before a net amount', () => {
    const net = { facts: { amount: 8_000, amountOf: 'net' }, total: 10_000 } as const
    expect(found(xiamen, 'floor', { invoice: net })?.status).toBe('ok')
  })

  it('a day without a time of issue: surely in the database an hour after its midnight', () => {
    const invoice = { issuedAt: null, state: 'unknown', verifiedAt: null } as const
    const at = (now: number) => found(xiamen, 'wait', { invoice, now })?.status
    expect(at(instantOf('2026-03-18', 59))).toBe('unknown')
    expect(at(instantOf('2026-03-18', 60))).toBe('ok')
  })
})

describe('the wait after issue', () => {
  it('tells to the minute when it is over', () => {
    const issuedAt = NOW - 20 * MINUTE
    const waiting = ask(with_(xiamen, { unknown: everyFact('warn') }), {
      invoice: { state: 'unknown', verifiedAt: null, issuedAt },
    })
    expect([waiting.verdict, waiting.again]).toEqual(['wait', issuedAt + HOUR])
  })

  it('is no matter once the database has it', () => {
    expect(amiss(ask(xiamen, { invoice: { issuedAt: NOW - MINUTE } }))).toEqual([])
  })

  it('ends with the campaign', () => {
    const now = instantOf('2026-07-31', 1410)
    const result = ask(xiamen, { now, invoice: { state: 'unknown', verifiedAt: null, issuedAt: now } })
    expect(result.verdict).toBe('closed')
  })
})

describe('what she sets for herself', () => {
  it.each([
    ['stopped for good', { stop: { until: null } }, {}, 'closed', null],
    ['stopped until tomorrow', { stop: { until: NOW + HOUR } }, {}, 'wait', NOW + HOUR],
    ['a stop that is over', { stop: { until: NOW } }, {}, 'open', null],
    ['her own cap reached', { ownDailyCap: 1 }, { todayEverywhere: 1 }, 'wait', instantOf('2026-03-18')],
    ['none at all', { ownDailyCap: 0 }, { todayEverywhere: 0 }, 'closed', null],
    ['her own cap not reached', { ownDailyCap: 2 }, { todayEverywhere: 1 }, 'open', null],
  ] as const)('%s', (_, own, counts, verdict, again) => {
    const result = ask(taiyuan, { entrant: own, counts })
    expect([result.verdict, result.again]).toEqual([verdict, again])
  })
})

describe('an invoice to be entered within days of its issue', () => {
  const within = with_(taiyuan, {
    invoiceDates: {
      value: { from: '2026-02-09', to: '2026-07-31', withinDays: 10 },
      basis: taiyuan.basis,
      unconfirmed: true,
    },
    perDay: { value: 1, basis: taiyuan.basis, unconfirmed: true },
  })

  it.each([
    ['2026-03-07', []],
    ['2026-03-06', ['invoiceDate:no']],
  ])('issued on %s, entered on 17 March', (issuedOn, expected) => {
    expect(amiss(ask(within, { invoice: { facts: { issuedOn } } }))).toEqual(expected)
  })

  it('is not told to come back tomorrow on its last day', () => {
    const last = ask(within, { invoice: { facts: { issuedOn: '2026-03-07' } }, counts: { today: 1 } })
    expect(amiss(last)).toEqual(['perDay:no'])
    const before = ask(within, { invoice: { facts: { issuedOn: '2026-03-08' } }, counts: { today: 1 } })
    expect(amiss(before)).toEqual(['perDay:wait'])
  })
})

describe('a change in the middle of a campaign', () => {
  const [row] = taiyuan.terms
  const changed: Campaign = {
    ...taiyuan,
    terms: row
      ? [
          { ...row, effectiveTo: '2026-03-16' },
          {
            ...row,
            effectiveFrom: '2026-03-17',
            floor: { value: 20_000, basis: taiyuan.basis, unconfirmed: true },
          },
        ]
      : [],
  }

  it('holds from its day on', () => {
    const invoice = { facts: { amount: 15_000, issuedOn: '2026-03-16' } }
    expect(amiss(ask(changed, { invoice, now: instantOf('2026-03-17') - 1 }))).toEqual([])
    expect(amiss(ask(changed, { invoice, now: instantOf('2026-03-17') }))).toEqual(['floor:no'])
  })
})

it('rests on the counts of an entrant who has entered nothing', () => {
  expect(eligibility(taiyuan, invoiceFor(taiyuan), entrant, noneYet, NOW).verdict).toBe('open')
})
