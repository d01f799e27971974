/** What the office’s procedures answer, by name. */
import type { Output } from '../../../client/api'

export type Office = Output<'lottery', 'office'>
export type Hall = Office['halls'][number]
export type CampaignRow = Output<'lottery', 'officeCampaigns'>['items'][number]
export type CampaignFull = Output<'lottery', 'officeCampaign'>
export type DrawRow = Output<'lottery', 'officeDraws'>['items'][number]
export type DrawFull = Output<'lottery', 'officeDraw'>['draw']
export type PartyDraw = Output<'lottery', 'partyDraws'>['items'][number]
export type GoneOn = Output<'lottery', 'goOn'>
export type Flags = Output<'lottery', 'flags'>
export type Flag = Flags['flags'][number]
export type Reviewed = Flags['entries'][number]
export type Excluded = Output<'lottery', 'excluded'>['items'][number]
export type Statistics = Output<'lottery', 'statistics'>
