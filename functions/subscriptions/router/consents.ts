/** WeChat's grants. They are given inside WeChat alone, and the OPENID that messages go to is kept with the first. */
import type { Context } from '../../core/io/context'
import { keepOpenid } from '../../core/io/delivery/addresses'
import { consentIdOf, consents } from '../../core/io/delivery/collections-consent'
import { recordAnswers, type ConsentAnswer } from '../../core/io/delivery/consent'
import { originOf } from '../../core/io/identity/account'
import { callingAccount } from '../../core/io/identity/caller'
import { code2session } from '../../core/io/identity/wechat'
import { reader } from '../../core/io/store/reader'
import { TEMPLATE_NAMES, TEMPLATES } from '../../core/pure/delivery/templates'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { callerId } from '../../core/io/identity/caller'
import { os } from './implementer'

const readConsents = os.consents.handler(async ({ context }) => {
  const accountId = callerId(context)
  const { wechat } = context.settings.delivery
  const ids = TEMPLATE_NAMES.map((template) => consentIdOf(accountId, template))
  const docs = await reader(context.store).getMany(consents, ids)
  const templates = TEMPLATE_NAMES.map((template, place) => ({
    template,
    title: say(TEMPLATES[template].title, context.language),
    remaining: docs[place]?.remaining ?? 0,
    templateId: wechat?.templates[template]?.id ?? null,
  }))
  return { templates }
})

/** The WeChat user of this very call, by the platform's word or by a login code. @throws AppError NOT_IN_WECHAT */
const openidOfCall = async (context: Context, code: string | undefined): Promise<string> => {
  if (context.openid !== undefined) return context.openid
  if (code === undefined) throw new AppError('NOT_IN_WECHAT')
  return code2session(context.settings.wechat, code).catch((cause: unknown) => {
    throw new AppError('NOT_IN_WECHAT', undefined, { cause })
  })
}

const MEANT: ReadonlySet<ConsentAnswer> = new Set(['accept', 'acceptWithAudio'])

const grant = os.grant.handler(async ({ input: { answers, code }, context }) => {
  const { id: accountId, doc } = await callingAccount(context)
  // A code serves once: a repeat of this call fails here, and is answered from its receipt all the same.
  const asked = await openidOfCall(context, code).then(
    (openid) => ({ openid }),
    (failure: unknown) => ({ failure }),
  )
  const key = await context.vault.keyOf(accountId)
  return context.transact(async (tx) => {
    if ('failure' in asked) throw asked.failure
    const { openid } = asked
    // somebody else's phone: nothing of it is this account's
    if (originOf(context.vault, openid) !== doc.origin) throw new AppError('NOT_IN_WECHAT')
    if (answers.some(({ answer }) => MEANT.has(answer))) await keepOpenid(tx, key, { accountId, openid })
    const templates = await recordAnswers(tx, accountId, answers)
    return { templates: [...templates] }
  })
})

export const consentsRouter = { consents: readConsents, grant }
