/** Subscriptions on a real database, through the real entry, with a phone network, a mail server and WeChat behind it. */
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { transact } from '../../../functions/core/io/store/transact'
import { contract as inboxContract } from '../../../functions/inbox/contract'
import { putNotice, type PutNotice } from '../../../functions/inbox/public'
import { router as inboxRouter } from '../../../functions/inbox/router'
import { contract } from '../../../functions/subscriptions/contract'
import { router } from '../../../functions/subscriptions/router'
import { demo } from '../../../platform/demo'
import { testServices, type TestServices } from '../../harness/context'
import { startSms, type SmsStandIn } from '../../harness/delivery/sms'
import { startMail, type MailServer } from '../../harness/delivery/smtp'
import { startWechat, type WechatStandIn } from '../../harness/delivery/wechat'

export const TEMPLATE_ID = 'template-of-appointments'

interface Reply {
  readonly status: number
  readonly body: unknown
}
export interface As {
  readonly token?: string
  /** Called through the platform's cloud, which vouches for who it is. */
  readonly openid?: string
  readonly key?: string
  readonly timer?: string
}

export interface Subscriptions {
  readonly services: TestServices
  readonly sms: SmsStandIn
  readonly mail: MailServer
  readonly wechat: WechatStandIn
  call(procedure: string, input: unknown, as: As): Promise<Reply>
  must<T>(procedure: string, input: unknown, as: As): Promise<T>
  deliver(): Promise<{ readonly sent: number; readonly others: number }>
  tell(accountId: string, over?: Partial<PutNotice>): Promise<string>
  close(): Promise<void>
}

const clockOf = (): { now: () => number; set: (read: () => number) => void } => {
  let read = (): number => 0
  return { now: () => read(), set: (other) => (read = other) }
}

export const openSubscriptions = async (): Promise<Subscriptions> => {
  const clock = clockOf()
  const [sms, mail, wechat] = await Promise.all([
    startSms(clock.now),
    startMail('none'),
    startWechat([TEMPLATE_ID]),
  ])
  const keys = { matter: 'thing1', hall: 'thing2', time: 'time3', state: 'phrase4', hint: 'thing5' }
  const services = await testServices({
    settings: {
      wechat: { baseUrl: wechat.url, ...wechat.app },
      delivery: {
        wechat: { templates: { appointment: { id: TEMPLATE_ID, keys } }, opens: 'formal', perSecond: 100 },
        sms: sms.configuration,
        email: mail.configuration,
      },
    },
  })
  clock.set(services.clock)
  await demo.seed(services)
  const entry = createEntry({
    functions: {
      subscriptions: { contract, router },
      inbox: { contract: inboxContract, router: inboxRouter },
    },
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  const call: Subscriptions['call'] = (procedure, input, { token, openid, key, timer }) =>
    entry.handle({
      procedure: procedure.includes('/') ? procedure : `subscriptions/${procedure}`,
      input,
      headers: {
        'accept-language': 'zh-CN',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      source: { ...(openid === undefined ? {} : { openid }), ...(timer === undefined ? {} : { timer }) },
    })
  const must: Subscriptions['must'] = async <T>(procedure: string, input: unknown, as: As) => {
    const { status, body } = await call(procedure, input, as)
    if (status !== 200) throw new Error(`${procedure}: ${status} ${JSON.stringify(body)}`)
    return body as T
  }
  let told = 0
  return {
    services,
    sms,
    mail,
    wechat,
    call,
    must,
    deliver: () => must('deliver', {}, { timer: 'deliver' }),
    tell: async (accountId, over = {}) => {
      told += 1
      const facts = { day: '2026-11-26', start: 570, hallId: 'chengdong-1', matter: 'SB01' }
      const id = await transact(services, (tx) =>
        putNotice(tx, {
          once: `told ${told}`,
          accountId,
          kind: 'appointments.booked',
          facts,
          about: 'ap_1',
          ...over,
        }),
      )
      return id ?? ''
    },
    close: async () => {
      await services.close()
      await Promise.all([sms.close(), mail.close(), wechat.close()])
    },
  }
}
