/** `POST /api/pay/wechat`: WeChat Pay says that something happened. Its signature is over the bytes, so that it is no procedure. */
import type { IncomingMessage } from 'node:http'
import type { Services } from '../../functions/core/io/context'
import type { Reply } from '../../functions/core/io/entry/envelope'
import { BODY_LIMIT, isPlain } from '../../functions/core/io/entry/http'
import { JSON_HEADERS } from '../../functions/core/io/entry/refusal'
import { openPayout } from '../../functions/core/io/payout/open'
import { AppError } from '../../functions/core/pure/errors'
import { readBody } from './request-body'

export const isPayNotice = (path: string): boolean => path === '/api/pay/wechat'

/**
 * Whoever signs as WeChat Pay is heard; nobody else learns more than that he is not.
 * @throws AppError METHOD, UNSUPPORTED, TOO_LARGE; NO_PROCEDURE where nothing is paid through WeChat Pay
 */
export const acceptPayNotice = async (services: Services, request: IncomingMessage): Promise<Reply> => {
  const { payout } = services.settings
  if (payout.channel !== 'wechat') throw new AppError('NO_PROCEDURE')
  if (request.method !== 'POST') throw new AppError('METHOD')
  if (!isPlain(request.headers['content-encoding'])) throw new AppError('UNSUPPORTED')
  const body = await readBody(request, BODY_LIMIT)
  const { statusOf, takeNotification } = await import('../../functions/core/io/payout/wechat/notification')
  const noticed = await takeNotification(services, openPayout(payout, services), payout, {
    header: (name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? value : undefined
    },
    body,
  })
  const status = statusOf(noticed)
  if (status !== 200) services.log.warn({ noticed }, 'a notification of WeChat Pay is not believed')
  return {
    status,
    headers: JSON_HEADERS,
    body: status === 200 ? { code: 'SUCCESS' } : { code: 'FAIL', message: 'not accepted' },
  }
}
