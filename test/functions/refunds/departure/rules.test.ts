/** What the server refuses of a departure refund, whoever asks: each rule by a call. */
import { addDays, DAY_MS, dayOf } from '../../../../functions/core/pure/time'
import type { Values } from '../../../../functions/core/pure/forms'
import { departureFaults } from '../../../harness/refunds/departure-faults'
import {
  audited,
  CUSTOMS,
  formOf,
  HALL,
  INSTANT,
  issued,
  openWorld,
  OTHER,
  PAYER,
  prepaid,
  TRANSFER,
  TRAVELLER,
  travellerValues,
  verified,
  type FormBody,
  type World,
} from './world'

let world: World
let today: string
beforeAll(async () => {
  world = await openWorld()
  today = dayOf(world.services.time.now)
})
afterAll(async () => {
  expect(await departureFaults(world.services.store)).toEqual([])
  await world.close()
})

let invoices = 0
const fresh = (changes: Values = {}): Values => {
  invoices += 1
  return { invoiceNo: `2631200000002${String(invoices).padStart(7, '0')}`, ...changes }
}
const open = (changes: Values, more: { readonly port?: string; readonly as?: string } = {}) =>
  world.call<{ id: string }>(
    'refunds/openDeparture',
    { values: travellerValues(world.services.time.now, fresh(changes)), port: more.port ?? HALL },
    { as: more.as ?? TRAVELLER, language: 'en' },
  )

describe('a form', () => {
  it.each<[string, (today: string) => Values, readonly string[]]>([
    ['a Chinese passport', () => ({ nationality: 'CHN' }), ['foreignTraveller']],
    ['more than 183 days', (on) => ({ lastEntryOn: addDays(on, -175) }), ['shortStay']],
    ['too little', () => ({ amount13: 19_999 }), ['minimumReached']],
    ['a special invoice', () => ({ invoiceKind: 'special' }), ['ordinaryInvoice']],
    ['goods free of VAT', () => ({ goodsKind: 'exempt' }), ['goodsInScope']],
    ['bought before entry', (on) => ({ lastEntryOn: addDays(on, -9) }), ['boughtAfterEntry']],
    ['leaving on day 91', (on) => ({ departOn: addDays(on, 81) }), ['leaveInTime']],
    ['too much for cash', () => ({ amount13: 25_000_000 }), ['cashAllowed']],
    [
      'several at once',
      () => ({ amount13: 100, goodsUnused: false, invoiceKind: 'none', nationality: 'CHN' }),
      ['foreignTraveller', 'ordinaryInvoice', 'minimumReached', 'goodsUnused'],
    ],
  ])('is not issued for %s, and says all that stands against it', async (_, changes, codes) => {
    const answer = await open(changes(today))
    expect(answer).toMatchObject({ ok: false, code: 'NOT_ELIGIBLE' })
    if (answer.ok) return
    const { findings } = answer.data as { findings: { code: string }[] }
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })

  it('is issued to the day: 183 days in the country, left on day 90', async () => {
    const edge = {
      lastEntryOn: addDays(today, -103),
      purchasedOn: addDays(today, -10),
      departOn: addDays(today, 80),
    }
    expect(await open(edge)).toMatchObject({ ok: true })
    expect(await open({ ...edge, lastEntryOn: addDays(today, -104) })).toMatchObject({ ok: false })
  })

  it('names the field that is not filled in, and knows no port that there is not', async () => {
    const values = travellerValues(world.services.time.now, { documentNo: '' })
    const answer = await world.call('refunds/openDeparture', { values, port: HALL }, { as: TRAVELLER })
    expect(answer).toMatchObject({ code: 'FORM_FAULTS', data: { faults: [{ key: 'documentNo' }] } })
    expect(await open({}, { port: 'no-such-port' })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await open({ invoiceNo: '/' })).toMatchObject({ code: 'FORM_FAULTS' })
  })

  it('is looked at while it is being filled in: what is missing is no fault', async () => {
    const { check } = await world.must<{ check: { open: boolean; amount: unknown; days: unknown } }>(
      'refunds/departureCheck',
      { values: { nationality: 'FRA', documentType: 'passport' }, unfinished: true },
      { as: TRAVELLER },
    )
    expect(check).toMatchObject({ open: true, amount: null, days: null })
  })

  it('claims each of its invoices once, however it is written; only its own traveller is told where', async () => {
    const number = '26312000000099999991'
    const first = await open({ invoiceNo: `${number}/AB-1234567` })
    if (!first.ok) throw new Error(first.code)
    expect(await open({ invoiceNo: 'ab1234567' })).toMatchObject({
      code: 'CLAIMED_BEFORE',
      data: { formId: first.body.id },
    })
    const theirs = await open({ invoiceNo: number }, { as: OTHER })
    expect(theirs).toMatchObject({ code: 'CLAIMED_BEFORE', data: {} })
    if (!theirs.ok) expect(theirs.data).toEqual({})
    await world.must('refunds/cancelDeparture', { formId: first.body.id }, { as: TRAVELLER })
    expect(await open({ invoiceNo: number }, { as: OTHER })).toMatchObject({ ok: true })
  })

  it('is its traveller’s alone', async () => {
    const id = await issued(world, fresh())
    for (const procedure of ['departure', 'departurePaper', 'cancelDeparture'])
      expect(await world.refused(`refunds/${procedure}`, { formId: id }, { as: OTHER })).toBe('NOT_FOUND')
    const { items } = await world.must<{ items: { id: string }[] }>(
      'refunds/myDepartures',
      {},
      { as: TRAVELLER },
    )
    expect(items.map((one) => one.id)).toContain(id)
  })

  it('is verified by anybody through its code, until it is cancelled', async () => {
    const id = await issued(world, fresh())
    const { code } = await formOf(world, id)
    const look = () => world.must<{ state: string }>('verify/look', { code }, {})
    expect(await look()).toMatchObject({ state: 'valid' })
    await world.must('refunds/cancelDeparture', { formId: id }, { as: TRAVELLER })
    expect(await look()).toMatchObject({ state: 'withdrawn' })
  })
})

describe('customs', () => {
  it('find a form by its QR code, by what a paper’s says, and by its typed code; by nothing that was altered', async () => {
    const id = await issued(world, fresh())
    const { qr, code } = await formOf(world, id)
    const look = (given: string) =>
      world.call<FormBody>('refunds/customsLook', { hallId: HALL, code: given }, { as: CUSTOMS })
    for (const given of [
      qr,
      code,
      `shuibang:verify:${code}`,
      code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-'),
    ])
      expect(await look(given)).toMatchObject({ ok: true, body: { form: { id } } })
    const altered = `${qr.slice(0, -1)}${qr.endsWith('A') ? 'B' : 'A'}`
    for (const given of [altered, '', 'hello', '0000-0000-0000', `SBTF1:${code}`])
      expect(await look(given)).toMatchObject({ ok: false, code: 'NOT_FOUND' })
  })

  it('work at their own port, on forms of any', async () => {
    const id = await issued(world, fresh(), { port: 'chengdong-2' })
    const { qr } = await formOf(world, id)
    for (const [procedure, input] of [
      ['customsLook', { code: qr }],
      ['customsConfirm', { formId: id, outcome: 'verified', reasons: [] }],
    ] as const) {
      const there = { ...input, hallId: 'chengdong-2' }
      expect(await world.refused(`refunds/${procedure}`, there, { as: CUSTOMS })).toBe('NOT_FOUND')
    }
    await verified(world, id)
    expect(await formOf(world, id)).toMatchObject({ state: 'customsVerified', verifiedOn: today })
  })

  it('see what stands against it on that day, and cannot verify it then', async () => {
    const late = await openWorld()
    const id = await issued(late, fresh())
    late.services.time.now += 81 * DAY_MS
    const { qr } = await formOf(late, id)
    const seen = await late.must<FormBody>('refunds/customsLook', { hallId: HALL, code: qr }, { as: CUSTOMS })
    expect(seen.form.open).toBe(false)
    expect(seen.form.findings.filter(({ ok }) => !ok).map(({ code }) => code)).toContain('leaveInTime')
    const input = { formId: id, hallId: HALL, outcome: 'verified', reasons: [] }
    expect(await late.refused('refunds/customsConfirm', input, { as: CUSTOMS })).toBe('NOT_ELIGIBLE')
    await late.close()
  })

  it('refuse with a reason of theirs, and decide once', async () => {
    const id = await issued(world, fresh())
    const refuse = (reasons: readonly string[]) =>
      world.call(
        'refunds/customsConfirm',
        { formId: id, hallId: HALL, outcome: 'refused', reasons },
        { as: CUSTOMS },
      )
    expect(await refuse([])).toMatchObject({ code: 'REASON_MISSING' })
    expect(await refuse(['invoiceVoid'])).toMatchObject({ code: 'REASON_MISSING' })
    expect(await refuse(['goodsMissing'])).toMatchObject({ ok: true })
    expect(await refuse(['goodsMissing'])).toMatchObject({ code: 'CASE_STATE' })
  })

  it('is a duty: whoever pays may not even look', async () => {
    const { code } = await formOf(world, await issued(world, fresh()))
    expect(await world.refused('refunds/customsLook', { hallId: HALL, code }, { as: PAYER })).toBe(
      'FORBIDDEN',
    )
    expect(await world.refused('refunds/agencyLook', { hallId: HALL, code }, { as: CUSTOMS })).toBe(
      'FORBIDDEN',
    )
  })
})

describe('the agency', () => {
  it('pays nothing before customs, and audits once', async () => {
    const id = await issued(world, fresh())
    const pay = () => world.refused('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
    expect(await pay()).toBe('CASE_STATE')
    expect(
      await world.refused(
        'refunds/departureAudit',
        { formId: id, outcome: 'pass', reasons: [] },
        { as: PAYER },
      ),
    ).toBe('CASE_STATE')
    await verified(world, id)
    expect(await pay()).toBe('CASE_STATE')
    await audited(world, id)
    await world.must('refunds/departurePay', { formId: id, how: 'cash' }, { as: PAYER })
    expect(await pay()).toBe('CASE_STATE')
  })

  it('pays in cash up to the ceiling, and by transfer to an account alone', async () => {
    const large = await issued(world, fresh({ ...TRANSFER, amount13: 25_000_000 }))
    await verified(world, large)
    await audited(world, large)
    const cash = await world.call('refunds/departurePay', { formId: large, how: 'cash' }, { as: PAYER })
    expect(cash).toMatchObject({ code: 'CASH_CEILING', data: { most: 2_000_000 } })
    const small = await issued(world, fresh())
    await verified(world, small)
    await audited(world, small)
    expect(
      await world.refused('refunds/departurePay', { formId: small, how: 'transfer' }, { as: PAYER }),
    ).toBe('ACCOUNT_MISSING')
  })

  it('advances for refund upon purchase alone, once, and by the promised day', async () => {
    const cash = await issued(world, fresh())
    const advance = (id: string) =>
      world.call('refunds/departurePrepay', { formId: id, hallId: HALL, preauthNo: 'PA-1234' }, { as: PAYER })
    expect(await advance(cash)).toMatchObject({ code: 'CASE_STATE' })
    const id = await issued(world, fresh(INSTANT))
    await prepaid(world, id)
    expect(await advance(id)).toMatchObject({ code: 'CASE_STATE' })
    expect(await world.refused('refunds/cancelDeparture', { formId: id }, { as: TRAVELLER })).toBe(
      'CASE_STATE',
    )
    const late = await openWorld()
    const other = await issued(late, fresh(INSTANT))
    late.services.time.now += 15 * DAY_MS
    const input = { formId: other, hallId: HALL, preauthNo: 'PA-1234' }
    expect(await late.refused('refunds/departurePrepay', input, { as: PAYER })).toBe('DEPARTURE_LATE')
    await late.close()
  })

  it('sees by id what waits at its hall, and by its code whatever a traveller shows', async () => {
    const id = await issued(world, fresh(), { port: 'chengdong-2' })
    const { code } = await formOf(world, id)
    expect(await world.refused('refunds/agencyLook', { hallId: HALL, formId: id }, { as: PAYER })).toBe(
      'NOT_FOUND',
    )
    await world.must('refunds/agencyLook', { hallId: HALL, code }, { as: PAYER })
    await verified(world, id)
    await world.must('refunds/agencyLook', { hallId: HALL, formId: id }, { as: PAYER })
    const { items } = await world.must<{ items: Record<string, unknown>[] }>(
      'workbench/list',
      { hallId: HALL, view: 'open', duty: 'pay', kind: 'departure' },
      { as: PAYER },
    )
    expect(items.find((one) => one.id === id)).toMatchObject({
      feature: 'refunds',
      kind: 'departure',
      state: 'customsVerified',
      due: today,
      fen: 10_170,
      mayAct: true,
    })
  })
})
