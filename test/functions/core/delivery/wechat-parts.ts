/** An outbox with WeChat behind it: people who granted messages, and notices that WeChat's templates tell. */
import { keepOpenid } from '../../../../functions/core/io/delivery/addresses'
import { consentEvents, consents } from '../../../../functions/core/io/delivery/collections-consent'
import { recordAnswers } from '../../../../functions/core/io/delivery/consent'
import type { DeliveryTerms, Sender } from '../../../../functions/core/io/delivery/contract'
import { planDeliveries } from '../../../../functions/core/io/delivery/plan'
import type { Say } from '../../../../functions/core/io/delivery/prepare'
import { wechatSender } from '../../../../functions/core/io/delivery/wechat/sender'
import { deliver, type Worked } from '../../../../functions/core/io/delivery/work'
import { allOf } from '../../../../functions/core/io/store/pages'
import { transact } from '../../../../functions/core/io/store/transact'
import { DEFAULT_CHOICES, type Choices } from '../../../../functions/core/pure/delivery/choices'
import { startWechat, type WechatStandIn } from '../../../harness/delivery/wechat'
import { openOutbox, type Outbox } from './parts'

const TEMPLATE_ID = 'template-of-appointments'
const WECHAT_ONLY: Choices = { ...DEFAULT_CHOICES, quiet: null }
export const BOOKED: DeliveryTerms = {
  topic: 'appointments',
  delivery: 'atLeastOnce',
  template: { name: 'appointment', fields: {} },
}
export const FIELDS = { matter: '变更税务登记', time: '2026年11月26日 09:30', state: '预约成功' }

export interface WechatOutbox extends Outbox {
  readonly wechat: WechatStandIn
  /** Somebody of this OPENID who has granted so many; WeChat knows of `known`. */
  granted(openid: string, grants: number, known?: number): Promise<string>
  tell(accountId: string, terms?: DeliveryTerms): Promise<readonly string[]>
  /** @param meanwhile once grants were looked at, before anything is sent */
  send(fields?: Readonly<Record<string, string>>, meanwhile?: () => Promise<void>): Promise<Worked>
  remaining(accountId: string): Promise<number>
  sumOfEvents(accountId: string): Promise<number>
  end(): Promise<void>
}

export const openWechatOutbox = async (): Promise<WechatOutbox> => {
  const wechat = await startWechat([TEMPLATE_ID])
  const outbox = await openOutbox({ settings: { wechat: { baseUrl: wechat.url, ...wechat.app } } })
  const { services } = outbox
  const sender = wechatSender(
    {
      templates: {
        appointment: { id: TEMPLATE_ID, keys: { matter: 'thing1', time: 'time2', state: 'phrase3' } },
      },
      opens: 'formal',
      perSecond: 1_000,
    },
    services,
  )
  let notices = 0
  return {
    ...outbox,
    wechat,
    granted: async (openid, grants, known = grants) => {
      const accountId = await services.person(openid)
      wechat.grants.set(`${openid}|${TEMPLATE_ID}`, known)
      const key = await services.vault.keyOf(accountId)
      for (let n = 0; n < grants; n += 1)
        await transact(services, async (tx) => {
          await keepOpenid(tx, key, { accountId, openid })
          return recordAnswers(tx, accountId, [{ template: 'appointment', answer: 'accept' }])
        })
      return accountId
    },
    tell: (accountId, terms = BOOKED) => {
      notices += 1
      const noticeId = `nt_${String(notices).padStart(26, '0')}`
      return transact(services, (tx) =>
        planDeliveries(tx, {
          noticeId,
          accountId,
          kind: 'appointments.booked',
          terms,
          facts: {},
          about: null,
          choices: WECHAT_ONLY,
        }),
      )
    },
    send: (fields = FIELDS, meanwhile = async () => undefined) => {
      const say: Say = async (tellings) => tellings.map(() => ({ title: '', body: '', fields, page: 'p/i' }))
      const sending: Sender = {
        ...sender,
        send: async (messages, signal) => {
          await meanwhile()
          return sender.send(messages, signal)
        },
      }
      return deliver(services, { sender: sending, say })
    },
    remaining: async (accountId) => {
      const [one] = await allOf(services.store, consents, { index: 'account', where: { accountId } })
      return one?.doc.remaining ?? 0
    },
    sumOfEvents: async (accountId) => {
      const all = await allOf(services.store, consentEvents, { index: 'account', where: { accountId } })
      return all.reduce((sum, { doc }) => sum + doc.change, 0)
    },
    end: async () => {
      await services.close()
      await wechat.close()
    },
  }
}
