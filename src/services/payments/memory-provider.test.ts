import { memoryProvider } from './testing/memory-provider'
import { providerContract } from './testing/provider-contract'

providerContract(async () => {
  const memory = memoryProvider('memory')
  return {
    ...memory,
    messages: (reference) => memory.notices.filter((one) => one.reference === reference).map(memory.message),
  }
})
