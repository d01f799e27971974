/** Parties of tonight's draw: who acts for whom, with which secret. */
import { sha256 } from '../../../functions/core/pure/sha256'
import { toHex, utf8 } from '../../../functions/core/pure/bytes'
import { partyCommitment } from '../../../functions/lottery/rules/draw/reveals'
import { CAMPAIGN, NOTARY, OPERATOR, type World } from './world'

export interface ActingParty {
  readonly capacity: 'taxOffice' | 'notary' | 'official'
  readonly party: string
  readonly as: string
}

export const TAX: ActingParty = {
  capacity: 'taxOffice',
  party: '国家税务总局厦门市税务局',
  as: `${OPERATOR}甲`,
}
export const DEED: ActingParty = { capacity: 'notary', party: '厦门市公证处', as: `${NOTARY}甲` }
export const OFFICIAL: ActingParty = { capacity: 'official', party: '市民代表', as: `${OPERATOR}乙` }

/** Tonight's. */
export const DRAW = `${CAMPAIGN}.daily.2026-11-23T2300`

export const secretOf = ({ party }: ActingParty, drawId = DRAW): Uint8Array =>
  sha256(utf8(`secret of ${party} for ${drawId}`))

export const commitmentOf = (acting: ActingParty, drawId = DRAW) => ({
  drawId,
  capacity: acting.capacity,
  party: acting.party,
  commitment: partyCommitment(acting.party, secretOf(acting, drawId)),
})

export const commit = (world: World, acting: ActingParty, drawId = DRAW): Promise<unknown> =>
  world.must('lottery/commitSecret', commitmentOf(acting, drawId), { as: acting.as })

export const reveal = (world: World, acting: ActingParty, drawId = DRAW): Promise<unknown> =>
  world.must('lottery/revealSecret', { drawId, secret: toHex(secretOf(acting, drawId)) }, { as: acting.as })
