/** Codes of errors, and every way of not answering: what is said of it holds no secret and nothing that was asked. */
import { inspect } from 'node:util'
import { redact } from '../../../../functions/core/io/log/redact'
import { tencentVerifier } from '../../../../functions/invoices/verification/tencent'
import { CREDENTIALS, type InvoiceMischief } from '../../../harness/outside/invoices'
import { electronic, openBench, ordinary, type Bench } from './bench'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

it.each([
  ['FailedOperation.InvoiceMismatch', 'mismatch'],
  ['ResourceNotFound.NoInvoice', 'notFound'],
  ['FailedOperation.CountLimitError', 'tooMany'],
  ['InvalidParameterValue.TicketDateParameterValueLimit', 'notCovered'],
  ['InvalidParameterValue.TicketCodeParameterValueLimit', 'notCovered'],
  ['InvalidParameterValue.TicketSnParameterValueLimit', 'notCovered'],
  ['InvalidParameterValue.PriceOrVerificationParameterValueLimit', 'notCovered'],
  ['ResourceNotFound.NoAreaCode', 'notCovered'],
])('%s is %s', async (code, outcome) => {
  bench.server.mischief = { code }
  expect(await bench.verify(electronic)).toEqual({ outcome })
  expect(bench.logged).toEqual([])
})

it.each([
  'FailedOperation.ArrearsError',
  'FailedOperation.UnKnowError',
  'FailedOperation.UnOpenError',
  'FailedOperation.UserQuotaError',
  'ResourceUnavailable.InArrears',
  'ResourceUnavailable.ResourcePackageRunOut',
  'ResourceUnavailable.TaxNetworkError',
  'ResourcesSoldOut.ChargeStatusException',
  'ResourceNotFound.NotSupportCurrentInvoiceQuery',
  'InvalidParameterValue.InvalidParameterValueLimit',
  'InvalidParameter',
  'MissingParameter',
  'UnknownParameter',
  'AuthFailure.SecretIdNotFound',
  'AuthFailure.SignatureExpire',
  'AuthFailure.SignatureFailure',
  'AuthFailure.UnauthorizedOperation',
  'UnauthorizedOperation',
  'RequestLimitExceeded',
  'RequestLimitExceeded.UinLimitExceeded',
  'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
  'LimitExceeded',
  'InternalError',
  'ServiceUnavailable',
  'UnsupportedRegion',
  'ActionOffline',
])('%s says nothing of the invoice: no answer, told by its code', async (code) => {
  bench.server.mischief = { code }
  expect(await bench.verify(electronic)).toEqual({ outcome: 'unreachable', why: code })
  const id: unknown = expect.stringMatching(/^[0-9a-f-]{36}$/)
  expect(bench.logged).toEqual([
    {
      fields: { verifier: 'tencent', why: code, requestId: id },
      message: 'an invoice could not be verified',
    },
  ])
})

it.each([
  '',
  'toString',
  'constructor',
  'Failed Operation',
  `Id.${CREDENTIALS.secretId}`,
  '510100199001011234',
])('a code of another form is not repeated: %j', async (code) => {
  bench.server.mischief = { code }
  const why = /^[A-Za-z]+$/.test(code) ? code : 'OtherError'
  expect(await bench.verify(electronic)).toEqual({ outcome: 'unreachable', why })
})

const MISCHIEF: readonly (readonly [how: Exclude<InvoiceMischief, object>, why: string])[] = [
  ['lostRequest', 'NoAnswer'],
  ['cut', 'NoAnswer'],
  ['fails', 'Status500'],
  ['page', 'Status502'],
  ['redirect', 'NoAnswer'],
  ['tooLong', 'TooLong'],
  ['notJson', 'Unreadable'],
  ['otherShape', 'Unreadable'],
  ['noInvoice', 'NoInvoice'],
  ['repeats', 'OtherError'],
]

it.each(MISCHIEF)('%s is no answer: %s', async (how, why) => {
  bench.server.mischief = how
  expect(await bench.verify(electronic)).toEqual({ outcome: 'unreachable', why })
  // It may be asked again.
  bench.server.mischief = 'none'
  expect(await bench.verify(electronic)).toMatchObject({ outcome: 'match' })
})

it('waits no longer than its limit', async () => {
  bench.server.mischief = 'silent'
  const limit = new AbortController()
  const arrived = bench.server.arrival()
  const answer = bench.verifier.verify(electronic.question, limit.signal)
  await arrived
  limit.abort()
  expect(await answer).toEqual({ outcome: 'unreachable', why: 'TimedOut' })
})

it('an answer of many lines is read', async () => {
  const goods = Array.from({ length: 2_000 }, (_, at) => `*餐饮服务*餐费 ${at}`)
  const answer = await bench.verify({ ...electronic, issued: { ...electronic.issued, goods } })
  expect(answer).toMatchObject({ outcome: 'match', details: { goods: goods.slice(0, 5) } })
})

it('nobody listens: no answer', async () => {
  await bench.server.close()
  expect(await bench.verify(electronic)).toEqual({ outcome: 'unreachable', why: 'NoAnswer' })
})

it.each([
  [{}],
  [{ Response: { Error: { Code: 5 } } }],
  [{ Response: { Invoice: [] } }],
  [{ Response: { Invoice: { Items: 'none' } } }],
  [{ Invoice: null, ElectronicTrainTicket: 'x' }],
])('any other shape is no answer: %j', async (answer) => {
  bench.server.mischief = { answer }
  expect(await bench.verify(electronic)).toMatchObject({ outcome: 'unreachable' })
})

it('an error beside an invoice is an error', async () => {
  bench.server.mischief = {
    answer: {
      Error: { Code: 'FailedOperation.InvoiceMismatch', Message: '' },
      Invoice: { Number: electronic.question.number, IsAbandoned: 'N' },
    },
  }
  expect(await bench.verify(electronic)).toEqual({ outcome: 'mismatch' })
})

it('neither keys nor what was asked stand in anything that is said or logged', async () => {
  const said: unknown[] = []
  const mischiefs: readonly InvoiceMischief[] = [
    ...MISCHIEF.map(([how]) => how),
    { code: `FailedOperation.${CREDENTIALS.secretKey}` },
    {
      answer: {
        RequestId: CREDENTIALS.secretKey,
        Invoice: { Number: CREDENTIALS.secretId, Code: ordinary.question.code },
      },
    },
  ]
  for (const mischief of mischiefs) {
    bench.server.mischief = mischief
    said.push(await bench.verify(ordinary))
  }
  expect(said).toHaveLength(mischiefs.length)
  expect(bench.logged).toHaveLength(mischiefs.length)
  const text = inspect([said, bench.logged, bench.logged.map((line) => redact({ line }))], { depth: null })
  const { code, number, checkCode } = ordinary.question
  for (const hidden of [
    ...Object.values(CREDENTIALS),
    code,
    number,
    checkCode,
    checkCode.slice(-6),
    '498.90',
  ])
    expect(text).not.toContain(hidden)
})

it('an address that is not to be used is refused, and not repeated', () => {
  const open = (baseUrl: string) => (): unknown =>
    tencentVerifier({ ...bench.server.configuration, baseUrl }, bench.parts)
  expect(open('http://ocr.example.cn')).toThrow(RangeError)
  expect(open('hush')).toThrow(RangeError)
  expect(open('hush')).not.toThrow(/hush/)
})
