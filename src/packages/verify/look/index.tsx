/** Is this paper ours, and does it still stand? Typed or scanned, by anybody, without signing in. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { groupedCode, isVerificationCode, plainCode } from '../../../../functions/core/pure/verification-code'
import { api, type Output } from '../../../client/api'
import { scan } from '../../../client/scan'
import { useQuery } from '../../../client/use-query'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import {
  Await,
  Badge,
  Button,
  Card,
  Column,
  Empty,
  Fact,
  Field,
  Fields,
  Note,
  Screen,
  Words,
} from '../../../ui'
import { texts } from '../messages'
import { codeIn } from '../model/scanned'

type Paper = Output<'verify', 'look'>

const TONES = { valid: 'ok', withdrawn: 'danger', over: 'warn' } as const
const ICONS = { valid: 'check', withdrawn: 'warn', over: 'info' } as const

const PaperCard = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card>
      <Column gap={12}>
        <View id="verdict" className="sb-row start g8" role="status" aria-live="polite">
          <Badge icon={ICONS[paper.state]} tone={TONES[paper.state]} />
          <Words as="h" level={2}>
            {t(paper.state)}
          </Words>
        </View>
        <Fact label={t('kind')}>{paper.kind}</Fact>
        <Fact label={t('code')}>{paper.code}</Fact>
        {paper.facts.map(({ label, value }) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
        <Fact label={t('issued')}>{momentText(paper.issuedAt, language)}</Fact>
        {paper.withdrawnAt === null ? (
          <Fact label={t('until')}>{momentText(paper.validUntil, language)}</Fact>
        ) : (
          <Fact label={t('withdrawnSince')}>{momentText(paper.withdrawnAt, language)}</Fact>
        )}
        <Words as="s">{t('noName')}</Words>
        {paper.demonstration && <Note tone="warn">{t('demo')}</Note>}
      </Column>
    </Card>
  )
}

const Answer = ({ code, onAnother }: { readonly code: string; readonly onAnother: () => void }) => {
  const t = useText(texts)
  const found = useQuery(`paper:${code}`, () => api.verify.look({ code }))
  if (found.error?.code === 'NOT_FOUND')
    return (
      <Empty icon="warn" title={t('unknown')} action={t('another')} onAction={onAnother}>
        {t('unknownWay')}
      </Empty>
    )
  return (
    <>
      <Await query={found}>{(paper) => <PaperCard paper={paper} />}</Await>
      <Button id="another" kind="ghost" onPress={onAnother}>
        {t('another')}
      </Button>
    </>
  )
}

type Problem = 'slip' | 'unreadable' | 'refused'

const Ask = ({ onCode }: { readonly onCode: (code: string) => void }) => {
  const t = useText(texts)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const take = (code: string | undefined, otherwise: Problem): void => {
    setProblem(code === undefined ? otherwise : undefined)
    if (code !== undefined) onCode(plainCode(code))
  }
  const scanned = async (): Promise<void> => {
    const seen = await scan()
    if (seen.kind === 'text') take(codeIn(seen.text), 'unreadable')
    else if (seen.kind !== 'none') setProblem(seen.kind)
  }
  return (
    <>
      <Words>{t('lead')}</Words>
      <Fields>
        <Field
          id="code"
          label={t('code')}
          value={typed}
          hint={t('hint')}
          error={problem && t(problem)}
          maxlength={20}
          onInput={(text) => {
            setTyped(text)
            setProblem(undefined)
          }}
        />
      </Fields>
      <Button id="look" onPress={() => take(isVerificationCode(typed) ? typed : undefined, 'slip')}>
        {t('look')}
      </Button>
      <Button id="scan" kind="ghost" icon="qr" onPress={() => void scanned()}>
        {t('scan')}
      </Button>
    </>
  )
}

export default function LookPage() {
  const t = useText(texts)
  const { code: given } = useRouter().params
  const [code, setCode] = useState(() => (given === undefined ? undefined : codeIn(given)))
  return (
    <Screen id="verify-page" title={t('title')}>
      {code === undefined ? (
        <Ask onCode={setCode} />
      ) : (
        <Answer key={code} code={groupedCode(code)} onAnother={() => setCode(undefined)} />
      )}
    </Screen>
  )
}
