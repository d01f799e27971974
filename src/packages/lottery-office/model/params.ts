/** What a page of the office may be opened with; anything malformed is dropped, never trusted. */
import { isDay, type Day } from '../../../../functions/core/pure/time'
import { CAMPAIGN_ID } from '../../../../functions/lottery/rules/campaign-limits'

type Raw = Readonly<Record<string, string | undefined>>

const DRAW_ID = /^[a-z0-9-]{2,60}\.[a-zA-Z0-9-]{1,40}\.\d{4}-\d{2}-\d{2}T\d{4}$/

export const readCampaign = (raw: string | undefined): string | undefined =>
  raw !== undefined && CAMPAIGN_ID.test(raw) ? raw : undefined
export const readDraw = ({ id }: Raw): string | undefined =>
  id !== undefined && DRAW_ID.test(id) ? id : undefined
export const readDay = ({ day }: Raw): Day | undefined => (day !== undefined && isDay(day) ? day : undefined)
