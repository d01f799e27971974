/** Materials of a refund: uploaded, put on file under their code, looked at again. */
import { MATERIAL_FILES } from '../../../../functions/materials/data/uploads'
import { api } from '../../../client/api'
import { readFile } from '../../../client/read-file'
import { createUpload } from '../../../client/upload'
import { useMaterials, type Material, type Materials, type NewMaterial } from '../../../client/use-materials'
import { materialsShown } from '../model/claim'

/** Files of one need. */
const MOST = 5

const keepFor =
  (taxpayerId: string) =>
  async ({ code, fileId, name }: NewMaterial): Promise<Material> => {
    const wish = {
      business: 'refunds',
      taxpayerId,
      code,
      fileId,
      name: [...name].slice(0, 100).join(''),
    } as const
    // One key for one file: kept once, however often it is tried.
    const { material } = await api.materials.add(wish, { key: `material-${fileId}` })
    const [shown] = materialsShown([material])
    if (!shown) throw new RangeError(`a material of type ${material.type}`)
    return shown
  }

export const useClaimMaterials = ({
  taxpayerId,
  attached,
  onChange,
}: {
  readonly taxpayerId: string
  readonly attached: readonly Material[]
  readonly onChange: (attached: readonly Material[]) => void
}): Materials =>
  useMaterials({
    limits: MATERIAL_FILES,
    most: MOST,
    attached,
    onChange,
    upload: (file, tell) => createUpload(file, 'materials.material', tell),
    keep: keepFor(taxpayerId),
  })

export const readOnFile = (id: string, tell: (percent: number) => void): Promise<string> =>
  readFile((place) => api.materials.part({ business: 'refunds', id, place }), tell)
