/**
 * WeChat's check of what users wrote (`wxa/msg_sec_check`, version 2): asked about its author, who has to have been in the
 * mini-program within two hours. What it cannot answer is `unavailable`, and what then becomes of a text is its function's to say.
 */
import * as z from 'zod/mini'
import type { Services } from '../context'
import { graphemes } from '../../pure/graphemes'
import { openidOf } from '../delivery/addresses'
import { openWechatApi, type WechatApi } from '../wechat/call'

/** What kind of writing it is, by WeChat’s numbers: 资料, 评论, 论坛, 社交日志. */
export const SCENES = { profile: 1, comment: 2, forum: 3, journal: 4 } as const
export type Scene = keyof typeof SCENES

/** `review`: WeChat advises that a person looks at it. */
export type ContentVerdict = 'pass' | 'review' | 'risky' | 'unavailable'

export interface Written {
  /** Who wrote it. */
  readonly accountId: string
  readonly scene: Scene
  readonly text: string
}

/** WeChat takes 2500 characters; counted here in JavaScript’s units, the longest way. */
const MOST = 2_400
const PATIENCE = 5_000
/** One text is no more than this many questions; what is longer is not asked about. */
const MOST_PARTS = 8

const answer = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) })

/** Cut between what a reader sees as characters, each part with the end of the one before: nothing hides in a seam. */
const OVERLAP = 100
const partsOf = (text: string): readonly string[] => {
  const pieces = graphemes(text)
  const parts: string[] = []
  let part = ''
  for (const piece of pieces) {
    if (part.length + piece.length > MOST) {
      parts.push(part)
      part = graphemes(part).slice(-OVERLAP).join('')
    }
    part += piece
  }
  return [...parts, part]
}

const worst = (verdicts: readonly ContentVerdict[]): ContentVerdict => {
  const order: readonly ContentVerdict[] = ['risky', 'unavailable', 'review']
  return order.find((one) => verdicts.includes(one)) ?? 'pass'
}

export interface ContentCheck {
  check(written: Written): Promise<ContentVerdict>
}

/** @returns a verdict, or a code of why there is none */
const askPart = async (
  api: WechatApi,
  { openid, scene, text }: { readonly openid: string; readonly scene: Scene; readonly text: string },
): Promise<string> => {
  const { errcode, body } = await api({
    path: ['wxa', 'msg_sec_check'],
    body: { version: 2, openid, scene: SCENES[scene], content: text },
    signal: AbortSignal.timeout(PATIENCE),
  })
  const told = answer.safeParse(body)
  if (errcode !== 0) return `Wechat${errcode}`
  return told.success ? told.data.result.suggest : 'Unreadable'
}

const isVerdict = (told: string): told is ContentVerdict =>
  told === 'pass' || told === 'review' || told === 'risky'

/**
 * @example
 * const verdict = await openContentCheck(context).check({ accountId, scene: 'comment', text })
 */
export const openContentCheck = (
  services: Pick<Services, 'store' | 'vault' | 'settings' | 'clock' | 'log'>,
): ContentCheck => {
  const api = openWechatApi(services.settings.wechat, services)
  const unavailable = (why: string): ContentVerdict => {
    services.log.warn({ why }, 'what a user wrote could not be checked')
    return 'unavailable'
  }
  return {
    check: async ({ accountId, scene, text }) => {
      if (text.trim() === '') return 'pass'
      if (services.settings.wechat.appId === '') return unavailable('NotConfigured')
      const openid = await openidOf(services, accountId)
      if (openid === undefined) return unavailable('NoOpenid')
      const parts = partsOf(text)
      if (parts.length > MOST_PARTS) return unavailable('TooLong')
      const verdicts: ContentVerdict[] = []
      for (const part of parts) {
        const told = await askPart(api, { openid, scene, text: part }).catch((error: unknown) =>
          error instanceof Error ? error.name : 'Error',
        )
        verdicts.push(isVerdict(told) ? told : unavailable(told))
      }
      return worst(verdicts)
    },
  }
}
