/** What `lottery` offers to the parties of a draw: their commitments before a freeze, their secrets where the round does not come. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { instant, personText, text } from '../core/io/schema'
import './data/errors'
import { CAPACITIES, PARTY_NAME } from './data/parties'
import { campaignId, drawId } from './schemas'

const party = { allow: ['supervisor', 'notary'], scope: 'hall', duty: 'draw' } as const
const hex32 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const capacity = z.enum(CAPACITIES)

export const askedDraw = z.object({
  drawId,
  draw: z.string(),
  period: z.string(),
  /**
   * `commit`: a commitment is taken. `wait`: frozen; the round is waited for. `reveal`: it did not come, secrets are asked for.
   * `late`: the time for them is over. `done`: drawn, or nothing to draw.
   */
  step: z.enum(['commit', 'wait', 'reveal', 'late', 'done']),
  /** When the list is frozen; of a frozen one, when that began. */
  frozenAt: instant,
  /** When secrets count; null before the freeze, and where fewer than two had committed. */
  reveal: z.nullable(z.object({ from: instant, by: instant })),
  parties: z.array(
    z.object({ capacity, party: text, commitment: hex32, revealed: z.boolean(), mine: z.boolean() }),
  ),
})

export const partiesContract = {
  partyDraws: procedure({
    summary:
      'What the parties of a campaign’s draws are asked for: commitments to come, secrets where a round failed',
    ...party,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ campaign: campaignId }))
    .output(z.object({ items: z.array(askedDraw) })),
  commitSecret: procedure({
    summary: 'Commit to a secret for one draw, for a party, before its list is frozen',
    ...party,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'COMMIT_CLOSED', 'PARTY_TAKEN', 'COMMITMENT_USED'],
  })
    .input(z.object({ drawId, capacity, party: personText(PARTY_NAME), commitment: hex32 }))
    .output(z.object({ drawId, parties: z.int() })),
  revealSecret: procedure({
    summary: 'Reveal the secret committed to, once the named round counts as not coming',
    ...party,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'REVEAL_CLOSED', 'WRONG_SECRET'],
  })
    .input(z.object({ drawId, secret: hex32 }))
    .output(z.object({ drawId, missing: z.int() })),
  notary: procedure({
    summary:
      'Who signs freezes and results, by which public key: to be compared with what the notary published',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({}))
    .output(
      z.object({
        /** Ed25519, 32 bytes, hex: as `notary` of a draw's documents has it. */
        publicKey: hex32,
        /** `deployment`: made of its own keyring. `given`: a notary's key that it was given. `notary`: on the notary's own machine. */
        holder: z.enum(['deployment', 'given', 'notary']),
        /** What that means, in words. */
        said: text,
        /** The deployment's own key, by which draws were signed before a notary had one; the same as `publicKey` where none has. */
        deploymentKey: hex32,
      }),
    ),
}
