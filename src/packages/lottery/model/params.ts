/** What a lottery page may be opened with; anything malformed is dropped, never trusted. */
import { CAMPAIGN_ID } from '../../../../functions/lottery/rules/campaign-limits'

type Raw = Readonly<Record<string, string | undefined>>

const ENTRY_ID = /^en_[0-9a-f]{32}$/
const PRIZE_ID = /^pz_[0-9a-z]{26}$/
const DRAW_ID = /^[a-z0-9-]{2,60}\.[a-zA-Z0-9-]{1,40}\.\d{4}-\d{2}-\d{2}T\d{4}$/

const fitting = (raw: string | undefined, shape: RegExp): string | undefined =>
  raw !== undefined && shape.test(raw) ? raw : undefined

export const readCampaignId = (raw: string | undefined): string | undefined => fitting(raw, CAMPAIGN_ID)
export const readEntryId = ({ id }: Raw): string | undefined => fitting(id, ENTRY_ID)
export const readPrizeId = ({ id }: Raw): string | undefined => fitting(id, PRIZE_ID)
export const readDrawId = ({ id }: Raw): string | undefined => fitting(id, DRAW_ID)
