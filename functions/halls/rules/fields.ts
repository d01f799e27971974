/** Field checks that exist once: contracts are built of the patterns, screens call the checks on what a link names. */

export const HALL_ID = /^[A-Za-z0-9_.-]{1,80}$/
export const MATTER_CODE = /^[A-Z0-9]{2,16}$/

export const isHallId = (value: string): boolean => HALL_ID.test(value)
export const isMatterCode = (value: string): boolean => MATTER_CODE.test(value)

/** The six fields of a guide (办税指南): basis, office, steps, materials, time limit, contact. */
export const GUIDE_FIELDS = ['basis', 'office', 'steps', 'materials', 'timeLimit', 'contact'] as const
export type GuideField = (typeof GUIDE_FIELDS)[number]

/** How a material is handed in, and what it carries. */
export const MATERIAL_FORMATS = ['paper', 'electronic', 'either'] as const
export type MaterialFormat = (typeof MATERIAL_FORMATS)[number]
export const SEALS = ['none', 'signature', 'seal', 'signatureOrSeal'] as const
export type Seal = (typeof SEALS)[number]

/** What a time limit is counted in; `onTheSpot` has no count. */
export const TIME_UNITS = ['onTheSpot', 'hours', 'days', 'workingDays'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]
