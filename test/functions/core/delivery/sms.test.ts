/** Texts against a server that checks what Tencent Cloud checks, and says what it says. */
import type { Message, Sender } from '../../../../functions/core/io/delivery/contract'
import { smsSender } from '../../../../functions/core/io/delivery/sms/sender'
import { startSms, type SmsStandIn } from '../../../harness/delivery/sms'
import { TEST_NOW } from '../../../harness/context'

const clock = (): number => TEST_NOW
let sms: SmsStandIn
let sender: Sender
beforeEach(async () => {
  sms = await startSms(clock)
  sender = smsSender(sms.configuration, { clock })
})
afterEach(() => sms.close())

const message = (over: Partial<Message> = {}): Message => ({
  id: 'dl_1',
  kind: 'refunds.paid',
  to: '+8613800138000',
  template: null,
  title: '退税款已支付',
  body: '…',
  ...over,
})
const send = (...messages: readonly Message[]) => sender.send(messages, AbortSignal.timeout(5_000))

test('a notice goes by its title, a code with its minutes, each in its own template and under our id', async () => {
  const outcomes = await send(message(), message({ id: 'dl_2', secret: '042042', body: '10' }))
  expect(outcomes).toEqual([
    { outcome: 'sent', reference: 'serial-1' },
    { outcome: 'sent', reference: 'serial-2' },
  ])
  const byId = Object.fromEntries(sms.sent.map((one) => [one.SessionContext, one]))
  expect(byId.dl_1).toMatchObject({
    PhoneNumberSet: ['+8613800138000'],
    TemplateId: '100002',
    TemplateParamSet: ['退税款已支付'],
  })
  expect(byId.dl_2).toMatchObject({ TemplateId: '100001', TemplateParamSet: ['042042', '10'] })
})

test.each([
  ['LimitExceeded.PhoneNumberThirtySecondLimit', { outcome: 'again' }],
  ['LimitExceeded.PhoneNumberDailyLimit', { outcome: 'refused' }],
  ['FailedOperation.PhoneNumberInBlacklist', { outcome: 'refused' }],
  ['FailedOperation.InsufficientBalanceInSmsPackage', { outcome: 'refused', fault: true }],
  ['LimitExceeded.DeliveryFrequencyLimit', { outcome: 'tooOften', waitMs: 60_000 }],
  ['InternalError.Timeout', { outcome: 'unknown' }],
])('a number answered %s', async (code, outcome) => {
  sms.next.push(code)
  expect(await send(message())).toEqual([{ why: code, ...outcome }])
})

test.each([
  ['RequestLimitExceeded', { outcome: 'tooOften', waitMs: 1_000 }],
  ['AuthFailure.SignatureFailure', { outcome: 'refused', fault: true }],
])('the whole request answered %s', async (whole, outcome) => {
  sms.next.push({ whole })
  expect(await send(message())).toEqual([{ why: whole, ...outcome }])
})

test('a number that is none is its person’s; a wrong key and a clock that is wrong are ours', async () => {
  expect(await send(message({ to: '+8612' }))).toEqual([
    { outcome: 'refused', why: 'InvalidParameterValue.IncorrectPhoneNumber' },
  ])
  sender = smsSender({ ...sms.configuration, secretKey: 'another-key-of-the-test' }, { clock })
  expect(await send(message())).toMatchObject([{ fault: true, why: 'AuthFailure.SignatureFailure' }])
  sender = smsSender(sms.configuration, { clock: () => TEST_NOW - 3_600_000 })
  expect(await send(message())).toMatchObject([{ fault: true, why: 'AuthFailure.SignatureExpire' }])
  expect(sms.sent).toEqual([])
})

test('no answer may be a sent text: it throws, and is unknown', async () => {
  sms.next.push('cut')
  await expect(send(message())).rejects.toThrow()
  expect(sms.sent).toHaveLength(1)
})
