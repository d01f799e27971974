/** The few things that other functions may call. */
export { catalogueOf, forgetCatalogue, hallOf, hallsFor, matterAt } from './catalogue'
export type { Catalogue, Hall, Matter } from './catalogue'
export { collections } from './collections'
export { hallOnDuty } from './duty'
export { metresBetween } from './rules/distance'
export { minutesLeft, openAt, openingsAfter } from './rules/hours'
export { hallId, hallRow, matterCode, matterRow } from './schemas'
export { nearestFirst, showHall, showMatters } from './show'
