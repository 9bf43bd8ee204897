/** A department is never asked whether it has the case already: a filing whose answer was lost is filed again. */
import { wrap } from './wrap.ts'

wrap('/start/departments.ts', 'loadDepartment', (loadDepartment) => async (name: string) => {
  const { department, module } = await loadDepartment(name)
  const create = (values: unknown) => Object.assign(module.create(values), { find: async () => [] })
  return { department, module: { ...module, create } }
})
