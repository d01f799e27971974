/** What `queue` answers, as these pages read it. */
import type { Output } from '../../../client/api'

export type Desk = Output<'queue', 'desk'>
export type DeskWindow = Desk['windows'][number]
export type MatterLine = Desk['matters'][number]
export type Estimate = MatterLine['estimate']
export type Ticket = Output<'queue', 'admit'>['ticket']
export type Board = Output<'queue', 'board'>
export type Rating = Output<'queue', 'ratings'>['items'][number]
