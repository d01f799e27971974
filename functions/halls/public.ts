/** The few things that other functions may call. */
export { catalogueOf, forgetCatalogue, hallOf, hallsFor, matterAt } from './catalogue'
export type { Catalogue, Hall, Matter } from './catalogue'
export { collections } from './collections'
export { hallOnDuty } from './duty'
export { metresBetween, type Position } from './rules/distance'
export { fits, minutesLeft, openAt, openingsAfter } from './rules/hours'
export { hallId, hallRow, matterCode, matterRow } from './schemas'
export { showHall, showMatters } from './show'
