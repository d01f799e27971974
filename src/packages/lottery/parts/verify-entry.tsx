/** "Verify my entry": its place in the public list and that it is mine, recomputed here and now. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { FILES } from '../../../../functions/lottery/rules/draw/published'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow, Proof } from '../model/answers'
import { ownEntryChecks, type Checked, type OwnCheck } from '../model/own-entry'
import { fetchDocument } from '../model/published-files'
import { CheckLines } from '../../../ui/check-lines'

interface Found {
  readonly proof: Proof
  readonly checks: readonly Checked<OwnCheck>[]
}

/** Nothing of this is kept on the device: the salt shows whose entry it is. */
const verify = async (entryId: string, draw: DrawRow): Promise<Found> => {
  const [{ salt, holder }, { proof }, freeze] = await Promise.all([
    api.lottery.entry({ id: entryId }),
    api.lottery.proof({ drawId: draw.id, entryId }),
    fetchDocument(draw, FILES.freeze, (piece) => api.lottery.file(piece)),
  ])
  return { proof, checks: ownEntryChecks({ entryId, salt, holder, freeze, proof }) }
}

export const VerifyEntry = ({
  entryId,
  draw,
  name,
}: {
  readonly entryId: string
  readonly draw: DrawRow
  readonly name: string
}) => {
  const t = useText(texts)
  const [found, setFound] = useState<Found>()
  const run = useAction((id: string) => verify(id, draw))
  const now = async (): Promise<void> => {
    setFound(undefined)
    setFound(await run.run(entryId))
  }
  const holds = found?.checks.every((one) => one.holds)
  const missing = run.error?.code === 'NOT_FOUND'
  return (
    <Card id={`verify-${draw.id}`}>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('own.title', { name })}
        </Words>
        <Words as="s">{t('own.why')}</Words>
        <Button
          id={`verify-${draw.id}-now`}
          kind="ghost"
          icon="shield"
          loading={run.busy}
          onPress={() => void now()}
        >
          {t('own.now')}
        </Button>
        {run.error && (
          <Note tone={missing ? 'danger' : 'warn'} icon="warn">
            <View id={`verify-${draw.id}-failed`} {...role('alert')}>
              {missing ? t('own.missing') : run.error.message}
            </View>
          </Note>
        )}
        {found && (
          <>
            <View {...role('status')} aria-live="polite">
              <Words id={`verify-${draw.id}-verdict`} as={holds ? 'h ok' : 'h danger'}>
                {t(holds ? 'own.holds' : 'own.fails')}
              </Words>
              <Words id={`verify-${draw.id}-place`} as="num">
                {t('own.place', {
                  place: found.proof.index + 1,
                  n: found.proof.count,
                  index: found.proof.index,
                })}
              </Words>
            </View>
            <CheckLines
              id={`own-${draw.id}`}
              lines={found.checks.map(({ code, holds: right }) => ({
                key: code,
                state: right ? 'holds' : 'fails',
                words: t(right ? `own.${code}` : `own.${code}Not`),
              }))}
            />
            {!holds && <Words>{t('own.failsWay')}</Words>}
          </>
        )}
      </Column>
    </Card>
  )
}
