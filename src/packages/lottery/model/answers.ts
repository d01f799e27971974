/** What `lottery` answers with, as the pages name it. */
import type { Output } from '../../../client/api'

export type CampaignRow = Output<'lottery', 'campaigns'>['items'][number]
export type CampaignFull = Output<'lottery', 'campaign'>
export type Odds = CampaignFull['odds'][number]
export type Pool = CampaignFull['pools'][number]
export type Look = Output<'lottery', 'look'>
export type ShownReason = Look['reasons'][number]
export type EntryRow = Output<'lottery', 'mine'>['items'][number]
export type OwnEntry = Output<'lottery', 'entry'>
export type DrawRow = Output<'lottery', 'draw'>['draw']
export type Proof = Output<'lottery', 'proof'>['proof']
export type Notary = Output<'lottery', 'notary'>
export type Prize = Output<'lottery', 'prize'>['prize']
export type Limits = Output<'lottery', 'limits'>
