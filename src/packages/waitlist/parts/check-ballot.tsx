/** "Check the draw yourself": the entries fetched, and everything computed again here and now. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import type { Ballot, Wait } from '../../../client/waits'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Card, Column, Note, role, Words } from '../../../ui'
import { CheckLines } from '../../../ui/check-lines'
import { texts } from '../messages'
import { checkBallot, type Checked } from '../model/check-ballot'

const useLine = () => {
  const t = useText(texts)
  return (checked: Checked): string => {
    const { holds } = checked
    switch (checked.code) {
      case 'entries':
        return holds ? t('check.entries', { n: checked.n }) : t('check.entriesNot')
      case 'seed':
      case 'twice':
        return t(holds ? `check.${checked.code}` : `check.${checked.code}Not`)
      case 'found':
        return t(holds ? 'check.found' : 'check.foundNot', { time: timeText(checked.start) })
      case 'place':
        return t(holds ? 'check.place' : 'check.placeNot', { n: checked.n })
    }
  }
}

const Running = ({ it, mine }: { readonly it: Ballot; readonly mine: Wait | undefined }) => {
  const t = useText(texts)
  const words = useLine()
  const [come, setCome] = useState(0)
  const [checked, setChecked] = useState<readonly Checked[]>()
  const run = useAction(async (ballot: Ballot) =>
    checkBallot(ballot, { mine, entriesOf: (place) => api.waitlist.entries(place), come: setCome }),
  )
  const now = async (): Promise<void> => {
    setCome(0)
    setChecked(undefined)
    setChecked(await run.run(it))
  }
  const holds = checked?.every((one) => one.holds) === true
  const next = holds ? (it.seed === undefined ? 'check.holdsListed' : 'check.holdsNext') : 'check.failsNext'
  return (
    <>
      <Button id="check" icon="shield" block loading={run.busy} onPress={() => void now()}>
        {t(checked ? 'check.again' : 'check.now')}
      </Button>
      {run.busy && (
        <Words id="check-progress" as="s num" live>
          {t('check.progress', { n: come, of: it.starts?.length ?? 0 })}
        </Words>
      )}
      {run.error && (
        <Note tone="warn" icon="warn">
          <View id="check-failed" {...role('alert')}>
            {run.error.code === 'INTERNAL' ? t('check.broken') : run.error.message}
          </View>
        </Note>
      )}
      {checked && (
        <>
          <View {...role('status')} aria-live="polite">
            <Words id="check-verdict" as={holds ? 'h ok' : 'h danger'}>
              {t(holds ? 'check.holds' : 'check.fails')}
            </Words>
            <Words>{t(next)}</Words>
          </View>
          <CheckLines
            id="checked"
            lines={checked.map((one) => ({
              key: one.code,
              state: one.holds ? 'holds' : 'fails',
              words: words(one),
            }))}
          />
        </>
      )}
      <Words as="s">{t('check.how')}</Words>
    </>
  )
}

export const CheckBallot = ({ it, mine }: { readonly it: Ballot; readonly mine: Wait | undefined }) => {
  const t = useText(texts)
  return (
    <Card id="check-ballot">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('check.title')}
        </Words>
        <Words as="s">{t('check.why')}</Words>
        {it.digest === undefined ? (
          <Words id="check-early" as="s">
            {t('check.early')}
          </Words>
        ) : (
          <Running it={it} mine={mine} />
        )}
      </Column>
    </Card>
  )
}
