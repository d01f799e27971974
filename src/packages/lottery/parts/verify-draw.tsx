/** "Verify the whole draw on this phone": every file fetched and everything recomputed, line by line. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { say } from '../../../../functions/core/pure/text'
import type { Check } from '../../../../functions/lottery/rules/draw/verify/checks'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../ui'
import { numberText } from '../../../ui/numbers'
import { texts } from '../messages'
import type { CampaignFull, DrawRow } from '../model/answers'
import { bytesOf, MOST_BYTES, publishedFiles } from '../model/published-files'
import { canVerify, verifyWhole, type Verdict } from '../model/whole-draw'
import { CheckLines, type CheckLine } from '../../../ui/check-lines'

/** Tells a screen to be drawn before what takes long. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const useLines = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (checks: readonly Check[], verdict: Verdict | undefined): readonly CheckLine[] => [
    ...checks.map(({ code, state, says }, place) => ({
      key: `${place}-${code}`,
      state,
      words: say(says, language),
    })),
    ...(verdict
      ? [
          {
            key: 'campaign-rules',
            state: verdict.rules.holds ? ('holds' as const) : ('fails' as const),
            words: t(verdict.rules.holds ? 'whole.rules' : 'whole.rulesNot', { hash: verdict.rules.hash }),
          },
        ]
      : []),
  ]
}

const VerdictWords = ({ verdict, day }: { readonly verdict: Verdict; readonly day: boolean }) => {
  const t = useText(texts)
  const which = !verdict.holds ? 'fails' : verdict.rehearsal ? 'rehearsal' : 'holds'
  return (
    <View {...role('status')} aria-live="polite">
      <Words id="whole-verdict" as={which === 'holds' ? 'h ok' : which === 'fails' ? 'h danger' : 'h warn'}>
        {t(`whole.${which}`)}
      </Words>
      <Words>{t(day && which === 'holds' ? 'day.holdsNext' : `whole.${which}Next`)}</Words>
    </View>
  )
}

const Running = ({ it, campaign }: { readonly it: DrawRow; readonly campaign: CampaignFull }) => {
  const t = useText(texts)
  const [come, setCome] = useState(0)
  const [checks, setChecks] = useState<readonly Check[]>([])
  const [verdict, setVerdict] = useState<Verdict>()
  const lines = useLines()(checks, verdict)
  const all = bytesOf(it)
  const run = useAction(async (draw: DrawRow) => {
    setCome(0)
    setChecks([])
    setVerdict(undefined)
    await breath()
    const files = publishedFiles(draw, (piece) => api.lottery.file(piece), setCome)
    return verifyWhole(files, campaign, (check) => setChecks((before) => [...before, check]))
  })
  const now = async (): Promise<void> => setVerdict(await run.run(it))
  return (
    <>
      <Words as="s num">{t('whole.size', { kb: numberText(Math.ceil(all / 1024)) })}</Words>
      <Button id="verify-whole" icon="shield" block loading={run.busy} onPress={() => void now()}>
        {t('whole.now')}
      </Button>
      {run.busy && (
        <Words id="whole-progress" as="s num" live>
          {t('whole.progress', { n: all === 0 ? 0 : Math.min(100, Math.floor((come * 100) / all)) })}
        </Words>
      )}
      {run.error && (
        <Note tone="warn" icon="warn">
          <View id="whole-failed" {...role('alert')}>
            {run.error.code === 'INTERNAL' ? t('whole.broken') : run.error.message}
          </View>
        </Note>
      )}
      {verdict && <VerdictWords verdict={verdict} day={it.kind === 'instant'} />}
      {lines.length > 0 && <CheckLines id="whole" lines={lines} />}
    </>
  )
}

export const VerifyDraw = ({ it, campaign }: { readonly it: DrawRow; readonly campaign: CampaignFull }) => {
  const t = useText(texts)
  const able = canVerify()
  const day = it.kind === 'instant'
  const large = bytesOf(it) > MOST_BYTES
  return (
    <Card id="verify-draw">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t(day ? 'day.verify' : 'whole.title')}
        </Words>
        <Words as="s">{t(day ? 'day.verifyWhy' : 'whole.why')}</Words>
        {!able && (
          <Note tone="warn" icon="warn">
            <View id="cannot-verify">{t('whole.old')}</View>
          </Note>
        )}
        {able && large && (
          <Note tone="warn" icon="info">
            <View id="too-large">{t('whole.large')}</View>
          </Note>
        )}
        {able && !large && <Running it={it} campaign={campaign} />}
      </Column>
    </Card>
  )
}
