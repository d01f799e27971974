/** Supplying what the office asked for: its whole list, the files for each, and a word to the office. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { fieldProblem } from '../../../../functions/core/pure/typed-text'
import { text } from '../../../../functions/core/pure/text'
import { SAID } from '../../../../functions/refunds/rules/fields'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import type { Material } from '../../../client/use-materials'
import { useText } from '../../../messages'
import { useProblemText } from '../../../messages/text-problem'
import { Button, Card, Column, Field, Note, role, Words } from '../../../ui'
import { Materials, missingNeeds, type Need } from '../../../ui/materials'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'
import { materialsShown } from '../model/claim'
import { lastOf } from '../model/progress'
import { useOnFile } from './queries'
import { readOnFile, useClaimMaterials } from './use-claim-materials'
import { useNeedText } from './way'

/** One need for each code on the list; what several lines say of it stands together. */
const useNeeds = (it: CaseFull): readonly Need[] => {
  const needText = useNeedText(it)
  const t = useText(texts)
  const asked = lastOf(it.history, 'askCorrection')?.list ?? []
  return [...new Set(asked.map(({ code }) => code))].map((code) => {
    const name = needText(code)
    const said = asked
      .filter((one) => one.code === code)
      .map((one) => one.said)
      .join(t('supply.and'))
    const words = text(said, said)
    return { code, name: text(name, name), basis: words, asked: words, unconfirmed: false }
  })
}

export const Supply = ({
  it,
  onDone,
  onLeave,
}: {
  readonly it: CaseFull
  readonly onDone: () => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const problemText = useProblemText()
  const [attached, setAttached] = useState<readonly Material[]>([])
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const needs = useNeeds(it)
  const onFile = useOnFile(it.taxpayerId)
  const of = useClaimMaterials({ taxpayerId: it.taxpayerId, attached, onChange: setAttached })
  const send = useAction((wish: { said: string; materials: { code: string; id: string }[] }, key) =>
    api.refunds.supply({ id: it.id, ...wish }, { key }),
  )
  const open = missingNeeds(needs, it.values, attached)
  // What the case has already is not what it lacks.
  const others = materialsShown(onFile.data?.items ?? []).filter(
    ({ id }) => !it.materials.some((one) => one.id === id),
  )
  const problem = fieldProblem(said, SAID)
  const supply = async (): Promise<void> => {
    setTried(true)
    if (problem !== undefined || of.busy) return
    const materials = attached.map(({ code, id }) => ({ code, id }))
    if (await send.run({ said, materials })) onDone()
  }
  return (
    <View id="supply" className="sb-col g12">
      <Card next>
        <Column gap={8}>
          <Words as="h" level={2}>
            {t('supply.title')}
          </Words>
          <Words>{t('supply.lead')}</Words>
        </Column>
      </Card>
      <Materials id="supplied" needs={needs} values={it.values} of={of} onFile={others} read={readOnFile} />
      <Card>
        <Field
          id="supply-said"
          label={t('supply.said')}
          value={said}
          hint={t('supply.saidHint')}
          error={problemText(problem, { tried })}
          maxlength={SAID.max}
          onInput={setSaid}
        />
      </Card>
      {open.length > 0 && (
        <Note icon="info">
          <View id="supply-open" {...role('status')}>
            {t('supply.open', { n: open.length })}
          </View>
        </Note>
      )}
      {tried && of.busy && (
        <Note tone="warn" icon="info">
          {t('materials.busy')}
        </Note>
      )}
      {send.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{send.error.message}</View>
        </Note>
      )}
      <Button id="supply-send" block loading={send.busy} onPress={() => void supply()}>
        {t('supply.send')}
      </Button>
      <Button id="supply-leave" kind="ghost" block onPress={onLeave}>
        {t('supply.leave')}
      </Button>
    </View>
  )
}
