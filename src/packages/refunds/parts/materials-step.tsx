/** What is to be handed in: uploaded now, or taken from what is on file. */
import type { Form, Values } from '../../../../functions/core/pure/forms'
import type { KindLaw } from '../../../../functions/refunds/rules/kind'
import type { Materials as MaterialsOf } from '../../../client/use-materials'
import { useText } from '../../../messages'
import { Note, Words } from '../../../ui'
import { Materials } from '../../../ui/materials'
import { texts } from '../messages'
import { materialsShown } from '../model/claim'
import { useOnFile } from './queries'
import { readOnFile } from './use-claim-materials'

export const MaterialsStep = ({
  law,
  form,
  values,
  of,
  taxpayerId,
  tried,
}: {
  readonly law: Pick<KindLaw, 'materials'>
  readonly form: Form
  readonly values: Values
  readonly of: MaterialsOf
  readonly taxpayerId: string
  readonly tried: boolean
}) => {
  const t = useText(texts)
  const onFile = useOnFile(taxpayerId)
  return (
    <>
      <Words>{t('materials.lead')}</Words>
      {tried && of.busy && (
        <Note tone="warn" icon="info">
          <Words id="materials-busy" live>
            {t('materials.busy')}
          </Words>
        </Note>
      )}
      <Materials
        id="materials"
        needs={law.materials}
        values={values}
        form={form}
        of={of}
        onFile={materialsShown(onFile.data?.items ?? [])}
        read={readOnFile}
        tried={tried}
      />
    </>
  )
}
