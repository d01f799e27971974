/** A policy as it is read: by the public, and by who writes it before it is public. For sub-packages alone. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FileType } from '../../functions/core/pure/file-types'
import type { Dimension } from '../../functions/core/pure/tags'
import type { Day } from '../../functions/core/pure/time'
import { api } from '../client/api'
import { readFile } from '../client/read-file'
import { textsIn, type Language } from '../messages'
import { datedText } from '../messages/dates'
import { texts } from '../messages/policies'
import { Card, Column, Row, Tag, Words, type Tone } from './basics'
import { FileRow } from './file-row'
import { MaterialLook, type Looked } from './material-look'
import { sizeOf } from './material-model'
import { role } from './press'
import './policy-text.css'

export interface PolicyFile {
  readonly fileId: string
  readonly name: string
  readonly type: FileType
  /** Bytes. */
  readonly size: number
}

export interface ReadPolicy {
  readonly title: string
  readonly summary: string
  readonly number: string
  readonly issuer: string
  readonly categoryName: string
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  /** Paragraphs. */
  readonly body: readonly string[]
  readonly basis: string
  readonly audience: readonly { readonly dimension: Dimension; readonly values: readonly string[] }[]
  readonly attachments: readonly PolicyFile[]
}

type Dated = Pick<ReadPolicy, 'effectiveFrom' | 'effectiveTo'>
export type Validity = 'coming' | 'now' | 'over'

/** The last day is one of force. */
export const validityOf = ({ effectiveFrom, effectiveTo }: Dated, today: Day): Validity => {
  if (effectiveFrom > today) return 'coming'
  return effectiveTo !== null && effectiveTo < today ? 'over' : 'now'
}

const TONES: Readonly<Record<Validity, Tone>> = { coming: 'warn', now: 'ok', over: 'quiet' }

interface In {
  readonly language: Language
  readonly today: Day
}

export const ValidityTag = ({ of, language, today }: In & { readonly of: Dated }) => {
  const validity = validityOf(of, today)
  return <Tag tone={TONES[validity]}>{textsIn(texts, language)(`state.${validity}`)}</Tag>
}

/** 2026年1月1日 至 2027年12月31日 */
export const validText = ({ effectiveFrom, effectiveTo }: Dated, language: Language): string => {
  const t = textsIn(texts, language)
  const from = datedText(effectiveFrom, language)
  return effectiveTo === null
    ? t('validFrom', { from })
    : t('validBetween', { from, to: datedText(effectiveTo, language) })
}

/** An English title has names in Chinese at most, not a sentence. */
const CHINESE = /[\u4e00-\u9fff]{6}/

const Line = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <View className="sb-policy-line">
    <View className="sb-s sb-policy-label">{label}</View>
    <View className="grow">{children}</View>
  </View>
)

const Facts = ({ of, language, today, withdrawn, old }: Props) => {
  const t = textsIn(texts, language)
  return (
    <Card id="policy-facts">
      <Column gap={12}>
        <Row start wrap gap={8}>
          {withdrawn ? (
            <Tag tone="danger">{t('state.withdrawn')}</Tag>
          ) : old ? (
            <Tag tone="warn">{t('state.old')}</Tag>
          ) : (
            <ValidityTag of={of} language={language} today={today} />
          )}
          <Tag>{of.categoryName}</Tag>
        </Row>
        <View className="sb-policy-title" {...role('heading')} aria-level={2}>
          {of.title}
        </View>
        <View>
          {of.number !== '' && <Line label={t('number')}>{of.number}</Line>}
          <Line label={t('issuer')}>{of.issuer}</Line>
          <Line label={t('valid')}>{validText(of, language)}</Line>
        </View>
        <View className="sb-policy-summary">
          <Words as="b" level={3}>
            {t('summary')}
          </Words>
          <View>{of.summary}</View>
        </View>
        {language === 'en' && CHINESE.test(of.title) && <Words as="s">{t('onlyChinese')}</Words>}
      </Column>
    </Card>
  )
}

const Body = ({ of: { body, basis }, language }: Props) => {
  const t = textsIn(texts, language)
  return (
    <Card id="policy-body">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('body')}
        </Words>
        {body.map((paragraph, at) => (
          // Paragraphs may repeat: their place is their name.
          <View key={at} className="sb-policy-paragraph">
            {paragraph}
          </View>
        ))}
        <View className="sb-policy-basis">
          <Line label={t('basis')}>{basis}</Line>
        </View>
      </Column>
    </Card>
  )
}

const Whom = ({ of: { audience }, language }: Props) => {
  const t = textsIn(texts, language)
  return (
    <Card id="policy-audience">
      <Column gap={8}>
        <Words as="h" level={2}>
          {t('audience')}
        </Words>
        {audience.length === 0 && <View>{t('everybody')}</View>}
        <View>
          {audience.map(({ dimension, values }) => (
            <Line key={dimension} label={t(`dimension.${dimension}`)}>
              {values.join(t('or'))}
            </Line>
          ))}
        </View>
        {audience.length > 1 && <Words as="s">{t('all')}</Words>}
      </Column>
    </Card>
  )
}

const isPdf = (type: FileType): boolean => type === 'application/pdf'

const read = (fileId: string, tell: (percent: number) => void): Promise<string> =>
  readFile((place) => api.files.open({ fileId, place }), tell)

/** Public files: anybody may look at them. */
const Files = ({ of: { attachments }, language }: Props) => {
  const t = textsIn(texts, language)
  const [looked, setLooked] = useState<Looked>()
  const noteOf = ({ type, size }: PolicyFile): string => {
    const { unit, n } = sizeOf(size)
    return t('fileNote', { type: t(isPdf(type) ? 'type.pdf' : 'type.photo'), size: t(unit, { n }) })
  }
  if (attachments.length === 0) return null
  return (
    <Card id="policy-files">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('files')}
        </Words>
        <View className="sb-col g8" {...role('list')} aria-label={t('files')}>
          {attachments.map((file) => (
            <FileRow
              key={file.fileId}
              id={`file-${file.fileId}`}
              title={file.name}
              note={noteOf(file)}
              face="paper"
              look={{
                label: t('look', { name: file.name }),
                onPress: () => setLooked({ name: file.name, pdf: isPdf(file.type), id: file.fileId }),
              }}
            />
          ))}
        </View>
      </Column>
      {looked && <MaterialLook looked={looked} read={read} onClose={() => setLooked(undefined)} />}
    </Card>
  )
}

interface Props extends In {
  readonly of: ReadPolicy
  readonly withdrawn?: boolean
  /** An earlier version than the one that counts. */
  readonly old?: boolean
}

export const PolicyText = (props: Props) => (
  <>
    <Facts {...props} />
    <Whom {...props} />
    <Body {...props} />
    <Files {...props} />
  </>
)
