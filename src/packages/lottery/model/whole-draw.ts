/** A whole draw verified on the phone: everything from its files alone, and that its rules are the campaign's. */
import { utf8Bytes } from '../../../../functions/core/pure/utf8'
import { toHex } from '../../../../functions/core/pure/bytes'
import { isQuicknet } from '../../../../functions/lottery/rules/draw/chain'
import {
  dayOpeningShape,
  freezeShape,
  type DayOpening,
  type Freeze,
} from '../../../../functions/lottery/rules/draw/documents'
import { FILES, type Published } from '../../../../functions/lottery/rules/draw/published'
import { hashBlocks, sha256 } from '../../../../functions/core/pure/sha256'
import { readAs } from '../../../../functions/lottery/rules/draw/shape'
import type { Check, Verifying } from '../../../../functions/lottery/rules/draw/verify/checks'
import { verifyPublished } from '../../../../functions/lottery/rules/draw/verify/verify'
import type { CampaignFull } from './answers'

/** Signatures are checked with whole numbers of any length, which iOS has since 14. */
export const canVerify = (): boolean => typeof BigInt === 'function'

export interface Verdict {
  /** Everything that was published, and the rules. */
  readonly holds: boolean
  /** Who holds the chain's key knew the outcome: a rehearsal. */
  readonly rehearsal: boolean
  /** Were these the campaign's rules? Their hash as recomputed. */
  readonly rules: { readonly holds: boolean; readonly hash: string }
}

interface Said {
  /** The hash of the campaign's rules that it was drawn by; undefined where that cannot be read. */
  readonly campaignRules: string | undefined
  readonly rehearsal: boolean
}

/** Of a period, or of a day of instant draws, which has no chain. */
const saidBy = async (files: Published): Promise<Said> => {
  if ((await files.size(FILES.dayOpening)) !== undefined) {
    const opening = readAs<DayOpening>(await files.text(FILES.dayOpening), dayOpeningShape)
    return { campaignRules: opening.ok ? opening.value.rules.campaignRules : undefined, rehearsal: false }
  }
  const freeze = readAs<Freeze>(await files.text(FILES.freeze), freezeShape)
  if (!freeze.ok) return { campaignRules: undefined, rehearsal: false }
  const { campaignRules, chain } = freeze.value.rules
  return { campaignRules, rehearsal: !isQuicknet(chain) }
}

/** @throws what fetching throws */
export const verifyWhole = async (
  files: Published,
  { rules, campaign: { rulesHash } }: CampaignFull,
  tell: (check: Check) => void,
): Promise<Verdict> => {
  // Curves are heavy: loaded when they are needed, and with this page alone.
  const { verifyBls, verifyEd25519 } = await import('../../../../functions/lottery/rules/draw/curves')
  const verifying: Verifying = {
    files,
    verifyBls,
    verifyEd25519,
    hash: hashBlocks,
    // It is told loudly, and what else holds is worth knowing.
    allowTestChain: true,
    tell,
  }
  const published = await verifyPublished(verifying)
  const { campaignRules, rehearsal } = await saidBy(files)
  const hash = toHex(sha256(utf8Bytes(rules)))
  const ofCampaign = hash === campaignRules && hash === rulesHash
  return { holds: published && ofCampaign, rehearsal, rules: { holds: ofCampaign, hash } }
}
