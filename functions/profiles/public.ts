/** The few things that other functions may call: whom an audience has, how many, and in which parts. */
export { collections } from './collections'
export { kindsSaid } from './said'
export { partsOf, peopleIn, reachOf, tagsOfAccount, type Part, type People, type Reach } from './audience'
