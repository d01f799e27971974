/** What `lottery` offers to entrants and to anybody who looks at its draws; the operator's part is contract-operator.ts. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, instant, pageAnswer, pageOf, personText, token } from '../core/io/schema'
import { ACCOUNT_NUMBER, BANK } from '../core/pure/bank-account'
import { officeContract } from './contract-office'
import { operatorContract } from './contract-operator'
import { partiesContract } from './contract-parties'
import {
  campaignId,
  campaignRow,
  drawId,
  drawKind,
  drawRow,
  entry,
  entryId,
  facts,
  instantShown,
  odds,
  prize,
  prizeId,
  proof,
  reason,
} from './schemas'

export { errors } from './data/errors'

const own = { allow: ['account'], scope: 'self' } as const
const open = { allow: ['anyone'], scope: 'public', effect: 'read' } as const
const account = z.object({ bank: personText(BANK), number: token(40).check(z.regex(ACCOUNT_NUMBER)) })
const moved = z.object({ id: prizeId, state: z.string() })

export const contract = {
  ...operatorContract,
  ...partiesContract,
  ...officeContract,
  campaigns: procedure({ summary: 'Campaigns that are published, the newest first', ...open })
    .input(z.object({}))
    .output(z.object({ items: z.array(campaignRow) })),
  campaign: procedure({
    summary: 'A campaign with its rules, its pools, and the odds of an entry made now',
    ...open,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: campaignId }))
    .output(
      z.object({
        campaign: campaignRow,
        /** Canonical JSON; its SHA-256 is `rulesHash`. */
        rules: z.string(),
        pools: z.array(z.object({ key: z.string(), total: count, left: count })),
        odds: z.array(odds),
      }),
    ),
  look: procedure({
    summary: 'May this invoice enter, every reason at once, and with what odds',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ campaign: campaignId, facts }))
    .output(
      z.object({
        verdict: z.enum(['open', 'doubtful', 'wait', 'closed']),
        mayEnter: z.boolean(),
        again: z.nullable(instant),
        reasons: z.array(reason),
        odds: z.array(odds),
        /** It is in the campaign already, by the caller. */
        entry: z.nullable(entryId),
      }),
    ),
  enter: procedure({
    summary: 'Enter an invoice: once a campaign, whoever scans it',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'MAY_NOT_ENTER', 'PERIOD_CLOSED'],
    data: { MAY_NOT_ENTER: z.object({ reasons: z.array(reason) }) },
  })
    .input(z.object({ campaign: campaignId, facts }))
    .output(z.object({ id: entryId, at: instant, instant: z.nullable(instantShown) })),
  mine: procedure({ summary: 'Invoices that I entered, the newest first', ...own, effect: 'read' })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(pageAnswer(entry)),
  entry: procedure({
    summary: 'An entry of mine, with what shows that it is mine',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: entryId }))
    .output(
      z.object({
        entry,
        /** SHA-256(domain ‖ salt ‖ holder) stands in the public list. */
        salt: z.string(),
        holder: z.string(),
      }),
    ),
  proof: procedure({
    summary: 'The proof that an entry stood in the list of a draw, and at which place',
    ...open,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ drawId, entryId }))
    .output(z.object({ proof })),
  limits: procedure({ summary: 'What I have asked to be kept from', ...own, effect: 'read' })
    .input(z.object({}))
    .output(z.object({ stopped: z.boolean(), until: z.nullable(instant), ownDailyCap: z.nullable(count) })),
  setLimits: procedure({ summary: 'Stop for me, and a daily cap of my own', ...own, effect: 'mutate' })
    .input(
      z.object({
        stopped: z.boolean(),
        until: z.nullable(instant),
        ownDailyCap: z.nullable(z.int().check(z.minimum(0), z.maximum(100))),
      }),
    )
    .output(z.object({ stopped: z.boolean(), until: z.nullable(instant), ownDailyCap: z.nullable(count) })),

  draws: procedure({
    summary: 'Draws of a campaign, or its days of instant draws, the newest first',
    ...open,
    raises: ['NOT_FOUND'],
  })
    .input(
      z.object({
        campaign: campaignId,
        kind: z._default(drawKind, 'periodic'),
        ...pageOf(50, 20),
      }),
    )
    .output(pageAnswer(drawRow)),
  draw: procedure({ summary: 'A draw', ...open, raises: ['NOT_FOUND'] })
    .input(z.object({ id: drawId }))
    .output(z.object({ draw: drawRow })),
  file: procedure({ summary: 'Bytes of a published file of a draw', ...open, raises: ['NOT_FOUND'] })
    .input(
      z.object({
        id: drawId,
        name: z.enum([
          'freeze.json',
          'entries.bin',
          'tiles.bin',
          'beacon.json',
          'reveals.json',
          'result.json',
          'day-opening.json',
          'day-closing.json',
        ]),
        offset: count,
        length: z.int().check(z.minimum(1), z.maximum(65_536)),
      }),
    )
    .output(z.object({ size: count, bytes: z.string() })),

  prizes: procedure({ summary: 'What I won, the newest first', ...own, effect: 'read' })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(pageAnswer(prize)),
  prize: procedure({ summary: 'A prize of mine', ...own, effect: 'read', raises: ['NOT_FOUND'] })
    .input(z.object({ id: prizeId }))
    .output(z.object({ prize })),
  claim: procedure({
    summary: 'Claim a prize: paid to an account in the winner’s own name',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_VERIFIED', 'CASE_STATE'],
  })
    .input(z.object({ id: prizeId, account }))
    .output(moved),
  fixAccount: procedure({
    summary: 'Another account, after the bank sent the money back',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'NOT_VERIFIED', 'CASE_STATE'],
  })
    .input(z.object({ id: prizeId, account }))
    .output(moved),
  decline: procedure({
    summary: 'Decline a prize: its money goes back to the pool',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE'],
  })
    .input(z.object({ id: prizeId }))
    .output(moved),
}
