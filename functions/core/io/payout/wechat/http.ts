/** Requests to WeChat Pay: signed by us, and no answer believed that is not signed by them. */
import type { Services } from '../../context'
import {
  parsedJson,
  signedHttp,
  type OutsideReply,
  type OutsideRequest,
  type RawReply,
} from '../../outside/http'
import { authorization, disbelief, type Disbelief, type Keys } from './signing'

export type Believed = OutsideReply | { readonly disbelief: Disbelief }

export interface WechatHttp {
  readonly exchange: (request: OutsideRequest) => Promise<Believed>
  /** For a bill’s file, which nobody signs; its digest is known from an answer that was believed. */
  readonly download: (request: OutsideRequest) => Promise<RawReply>
}

/** A day’s bill may hold a hundred thousand rows. */
const MOST_BILL_BYTES = 32 * 1024 * 1024

export const wechatHttp = (
  keys: Keys,
  baseUrl: string,
  { clock, random }: Pick<Services, 'clock' | 'random'>,
): WechatHttp => {
  const address = {
    baseUrl,
    headers: { 'wechatpay-serial': keys.platformSerial, 'user-agent': 'shuibang' },
    sign: (message: Parameters<typeof authorization>[1]) => ({
      authorization: authorization(keys, message, clock(), Buffer.from(random(16)).toString('hex')),
    }),
  }
  const http = signedHttp(address)
  return {
    exchange: async (request) => {
      const { status, headers, bytes } = await http(request)
      const doubt = disbelief(keys, (name) => headers.get(name) ?? undefined, bytes, clock())
      return doubt ? { disbelief: doubt } : { status, body: parsedJson(bytes.toString('utf8')) }
    },
    download: signedHttp({ ...address, mostBytes: MOST_BILL_BYTES }),
  }
}
