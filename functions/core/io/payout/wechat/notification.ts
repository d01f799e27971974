/**
 * Notifications of WeChat Pay (MCHTRANSFER.BILL.FINISHED): whoever can sign one is believed that something happened to an order,
 * and the order is asked for. One that comes twice, late or out of order so changes nothing.
 */
import type { Services } from '../../context'
import { hastenCall } from '../../outside/hasten'
import { parsedJson } from '../../outside/http'
import { reader } from '../../store/reader'
import { payoutOrders } from '../collections'
import type { PayoutService, WechatPayConfiguration } from '../contract'
import { orderOfBill } from './bills'
import { disbelief, keysOf, openedResource, type Disbelief, type Keys, type SealedResource } from './signing'

export interface Notification {
  /** By lower-case name. */
  readonly header: (name: string) => string | undefined
  /** As it came: the signature is over these bytes. */
  readonly body: Uint8Array
}

export type Noticed = 'asked' | 'nothingOfOurs' | 'unreadable' | Disbelief

/** What to answer: they send again, for a day, what is not answered with 200. */
export const statusOf = (noticed: Noticed): 200 | 400 | 401 => {
  if (noticed === 'asked' || noticed === 'nothingOfOurs') return 200
  return noticed === 'unreadable' ? 400 : 401
}

const FINISHED = 'MCHTRANSFER.BILL.FINISHED'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isSealed = (value: unknown): value is SealedResource =>
  isObject(value) &&
  typeof value.algorithm === 'string' &&
  typeof value.ciphertext === 'string' &&
  typeof value.nonce === 'string'

/** The number of the bill that it is about; undefined when it does not read. */
const billNoIn = (keys: Keys, resource: unknown): string | undefined => {
  if (!isSealed(resource)) return undefined
  try {
    const opened = parsedJson(openedResource(keys, resource))
    return isObject(opened) && typeof opened.out_bill_no === 'string' ? opened.out_bill_no : undefined
  } catch {
    return undefined
  }
}

/**
 * @param service the channel of the same configuration
 * @example
 * const noticed = await takeNotification(services, payout, settings.payout, { header, body })
 * reply(statusOf(noticed))
 */
export const takeNotification = async (
  parts: Pick<Services, 'store' | 'random' | 'clock' | 'log'>,
  service: PayoutService,
  configuration: WechatPayConfiguration,
  { header, body }: Notification,
): Promise<Noticed> => {
  const keys = keysOf(configuration)
  const doubt = disbelief(keys, header, body, parts.clock())
  if (doubt) return doubt
  const notice = parsedJson(Buffer.from(body).toString('utf8'))
  if (!isObject(notice)) return 'unreadable'
  if (notice.event_type !== FINISHED) return 'nothingOfOurs'
  const billNo = billNoIn(keys, notice.resource)
  if (billNo === undefined) return 'unreadable'
  const order = orderOfBill(billNo)
  const planned = order === undefined ? undefined : await reader(parts.store).get(payoutOrders, order)
  if (!planned) return 'nothingOfOurs'
  await hastenCall(parts, service, planned.callId)
  return 'asked'
}
