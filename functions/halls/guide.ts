/** A matter's guide as callers see it: the six fields, in their language. */
import type { Language } from '../core/pure/errors'
import { say } from '../core/pure/text'
import type { Matter } from './catalogue'
import type { Material } from './collections'
import { GUIDE_FIELDS } from './rules/fields'

const showMaterial = (material: Material, language: Language) => ({
  name: say(material.name, language),
  copies: say(material.copies, language),
  required: material.required,
  ...(material.basis ? { basis: say(material.basis, language) } : {}),
  ...(material.format ? { format: material.format } : {}),
  ...(material.seal ? { seal: material.seal } : {}),
  ...(material.onFile === undefined ? {} : { onFile: material.onFile }),
})

/** A matter without a published guide shows what the catalogue has, and confirms nothing. */
export const showGuide = ({ basis, bring, guide }: Matter, language: Language) => {
  const known = {
    basis: say(basis, language),
    materials: bring.map((material) => showMaterial(material, language)),
  }
  if (!guide) return { ...known, steps: [], unconfirmed: [...GUIDE_FIELDS] }
  const { effectiveFrom, externalCode, office, steps, timeLimit, contact, unconfirmed } = guide
  return {
    ...known,
    effectiveFrom,
    ...(externalCode === undefined ? {} : { externalCode }),
    office: say(office, language),
    steps: steps.map((step) => say(step, language)),
    timeLimit: {
      unit: timeLimit.unit,
      count: timeLimit.count,
      ...(timeLimit.note ? { note: say(timeLimit.note, language) } : {}),
    },
    contact: { phone: contact.phone, note: say(contact.note, language) },
    unconfirmed: [...unconfirmed],
  }
}
