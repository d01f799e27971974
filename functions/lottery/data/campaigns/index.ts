/** Campaigns shipped as examples: four cities of the pilot of 2026. */
import type { Campaign } from '../../rules/campaign'
import { chengdu } from './chengdu'
import { ningbo } from './ningbo'
import { taiyuan } from './taiyuan'
import { xiamen } from './xiamen'

export { chengdu } from './chengdu'
export { ningbo } from './ningbo'
export { taiyuan } from './taiyuan'
export { xiamen } from './xiamen'

export const exampleCampaigns: readonly Campaign[] = [xiamen, chengdu, ningbo, taiyuan]
