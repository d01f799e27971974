/** The handler of `verify`. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { reader } from '../core/io/store/reader'
import { verificationId } from '../core/io/verification/certify'
import { verifications, type VerificationDoc } from '../core/io/verification/collections'
import { AppError } from '../core/pure/errors'
import { say } from '../core/pure/text'
import type { Instant } from '../core/pure/time'
import { groupedCode, plainCode } from '../core/pure/verification-code'
import { contract } from './contract'

const os = implement(contract).$context<Context>()

const stateAt = ({ state, validUntil }: VerificationDoc, now: Instant) =>
  state === 'withdrawn' ? state : validUntil < now ? ('over' as const) : state

export const router = {
  look: os.look.handler(async ({ input, context: { store, now, language, settings } }) => {
    const code = plainCode(input.code)
    const doc = await reader(store).get(verifications, verificationId(code))
    if (!doc) throw new AppError('NOT_FOUND')
    return {
      code: groupedCode(code),
      kind: say(doc.kind, language),
      state: stateAt(doc, now),
      facts: doc.facts.map(({ label, value }) => ({
        label: say(label, language),
        value: say(value, language),
      })),
      issuedAt: doc.issuedAt,
      validUntil: doc.validUntil,
      withdrawnAt: doc.withdrawnAt,
      demonstration: settings.demonstration,
    }
  }),
}
