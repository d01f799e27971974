/** Is what lay on the device a draft as this version writes it? One of another version is not gone on with. Pure. */
import { isRecord } from '../../../client/storage'
import type { Draft } from './draft'

const isText = (value: unknown): value is string => typeof value === 'string'
const isBoth = (value: unknown): boolean => isRecord(value) && isText(value['zh']) && isText(value['en'])
const isListOf = (value: unknown, one: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && (value as readonly unknown[]).every(one)
const isFile = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['fileId']) &&
  isText(value['name']) &&
  isText(value['type']) &&
  typeof value['size'] === 'number'

const CHECKS: Readonly<Record<keyof Draft, (value: unknown) => boolean>> = {
  title: isBoth,
  summary: isBoth,
  body: (value) => isListOf(value, isBoth),
  number: isText,
  issuer: isText,
  basis: isText,
  category: isText,
  effectiveFrom: isText,
  effectiveTo: (value) => value === null || isText(value),
  audience: (value) => isRecord(value) && Object.values(value).every((values) => isListOf(values, isText)),
  attachments: (value) => isListOf(value, isFile),
  why: (value) => value === null || isBoth(value),
}

export const isWhole = (value: unknown): value is Draft =>
  isRecord(value) && Object.entries(CHECKS).every(([key, check]) => check(value[key]))
