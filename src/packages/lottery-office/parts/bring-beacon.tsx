/** The round brought by hand, where no relay can be reached: checked by the chain’s key like any other. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { Button, Card, Column, Field, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { DrawFull } from '../model/answers'

const SIGNATURE = /^[0-9a-f]{96}$/

const Form = ({ of, onDone }: { readonly of: DrawFull; readonly onDone: () => void }) => {
  const t = useText(texts)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const signature = typed.replace(/\s/g, '').toLowerCase()
  const wrong = !SIGNATURE.test(signature)
  const bring = useAction((input: { readonly id: string; readonly signature: string }, key) =>
    api.lottery.bringBeacon(input, { key }),
  )
  const send = async (): Promise<void> => {
    setTried(true)
    if (!wrong && (await bring.run({ id: of.id, signature }))) onDone()
  }
  const refused = bring.error?.code === 'CASE_STATE'
  return (
    <>
      <Field
        id="signature"
        label={t('beacon.signature', { round: of.round })}
        value={typed}
        maxlength={400}
        hint={t('beacon.hint')}
        error={tried && wrong ? t('beacon.shape') : undefined}
        onInput={setTyped}
      />
      {bring.error && (
        <Note tone="danger" icon="warn">
          <View id="beacon-error" {...role('alert')}>
            {refused ? t('beacon.refused') : bring.error.message}
          </View>
        </Note>
      )}
      <Button id="beacon-send" loading={bring.busy} onPress={() => void send()}>
        {t('beacon.send')}
      </Button>
    </>
  )
}

/** @param wanted no relay gave it */
export const BringBeacon = ({
  of,
  wanted,
  onDone,
}: {
  readonly of: DrawFull
  readonly wanted: boolean
  readonly onDone: () => void
}) => {
  const t = useText(texts)
  const now = useNow()
  const [opened, setOpened] = useState(false)
  if (of.roundAt === null || now < of.roundAt) return null
  return (
    <Card id="beacon">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('beacon.title')}
        </Words>
        <Words as="s">{t('beacon.lead')}</Words>
        {opened || wanted ? (
          <Form of={of} onDone={onDone} />
        ) : (
          <Button id="beacon-open" kind="text" onPress={() => setOpened(true)}>
            {t('beacon.open')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
