/** Policies as answers: in the reader's language, in Chinese where no English was written. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import type { Stored } from '../../core/io/store/contract'
import type { FileType } from '../../core/pure/file-types'
import {
  INTERESTS,
  isValue,
  namedIn,
  valueText,
  type Audience,
  type Dimension,
  type Interest,
} from '../../core/pure/tags'
import type { Language } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import type { AttachmentDoc, AudienceDoc, PolicyDoc, PolicyText, PolicyVersionDoc } from '../collections'
import type * as schemas from '../schemas'

type Reader = Pick<Context, 'language'>
interface Both {
  readonly zh: string
  readonly en: string
}

export const sayBoth = ({ zh, en }: Both, language: Language): string =>
  language === 'en' && en !== '' ? en : zh

const isInterest = (value: string): value is Interest => isValue('interest', value)
/** Of a later version: told under the plainest. */
const categoryOf = (category: string): Interest => (isInterest(category) ? category : 'services')

/** What an older version wrote, as this one knows it. */
export const audienceOf = (doc: AudienceDoc): Audience => doc

const attachmentShown = ({ fileId, name, type, size }: AttachmentDoc) => ({
  fileId,
  name,
  type: type as FileType,
  size,
})

const told = (text: PolicyText, { language }: Reader) => ({
  title: sayBoth(text.title, language),
  summary: sayBoth(text.summary, language),
  number: text.number,
  issuer: text.issuer,
  category: categoryOf(text.category),
  categoryName: say(INTERESTS[categoryOf(text.category)], language),
  effectiveFrom: text.effectiveFrom,
  effectiveTo: text.effectiveTo,
})

export const showText = (text: PolicyText, reader: Reader): z.infer<typeof schemas.policyText> => {
  const { zh, en } = text.body
  const audience = audienceOf(text.audience)
  return {
    ...told(text, reader),
    body: [...(reader.language === 'en' && en.length > 0 ? en : zh)],
    basis: text.basis,
    audience: namedIn(audience).map((dimension: Dimension) => ({
      dimension,
      values: (audience[dimension] ?? []).map((value) => say(valueText(dimension, value), reader.language)),
    })),
    attachments: text.attachments.map(attachmentShown),
  }
}

export const showRow = (
  { id, doc }: Pick<Stored<PolicyDoc>, 'id' | 'doc'>,
  text: PolicyText,
  reader: Reader,
): z.infer<typeof schemas.policyRow> => ({
  id,
  ...told(text, reader),
  state: doc.state,
  version: doc.version,
  publishedAt: doc.publishedAt,
})

export const showVersion = (
  { version, change, why, at }: PolicyVersionDoc,
  { language }: Reader,
): z.infer<typeof schemas.versionRow> => ({ version, change, why: why && sayBoth(why, language), at })

/** As it was written, for who goes on writing. */
export const showWritten = (text: PolicyText) => ({
  ...text,
  body: { zh: [...text.body.zh], en: [...text.body.en] },
  category: categoryOf(text.category),
  audience: Object.fromEntries(
    Object.entries(text.audience).map(([dimension, values]) => [dimension, [...values]]),
  ),
  attachments: text.attachments.map(attachmentShown),
})
