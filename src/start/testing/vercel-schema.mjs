/** Null is for "as the platform finds it". */
const command = { type: ['string', 'null'], minLength: 1, maxLength: 256 }
const files = { type: 'string', minLength: 1, maxLength: 256 }

const regions = [
  ...['arn1', 'bom1', 'cdg1', 'cle1', 'cpt1', 'dub1', 'dxb1', 'fra1', 'gru1', 'hkg1', 'hnd1', 'iad1'],
  ...['icn1', 'kix1', 'lhr1', 'pdx1', 'sfo1', 'sin1', 'syd1', 'yul1'],
]

/** Minute, hour, day, month, day of the week: numbers alone, and one of the two days left open. */
const part = String.raw`(\*|\d+(-\d+)?)(/\d+)?(,(\*|\d+(-\d+)?)(/\d+)?)*`
const schedule = `^${part} ${part} (\\* ${part} ${part}|${part} ${part} \\*)$`

/**
 * `vercel.json` as Vercel's documentation describes it, since its makers publish no schema as a package: what this shop
 * uses of it in full, and the names of everything else. A name that is in neither is refused, as Vercel does.
 */
export const vercelSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://openapi.vercel.sh/vercel.json' },
    framework: { enum: ['nextjs', null] },
    buildCommand: command,
    devCommand: command,
    ignoreCommand: command,
    installCommand: command,
    outputDirectory: command,
    regions: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: regions } },
    functions: {
      type: 'object',
      minProperties: 1,
      maxProperties: 50,
      propertyNames: { minLength: 1, maxLength: 256, pattern: '^[^/]' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          maxDuration: { type: 'integer', minimum: 1, maximum: 800 },
          memory: { type: 'integer', minimum: 128, maximum: 10_240 },
          runtime: { type: 'string', pattern: '@\\d+\\.\\d+\\.\\d+' },
          includeFiles: files,
          excludeFiles: files,
          supportsCancellation: { type: 'boolean' },
        },
      },
    },
    crons: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'schedule'],
        properties: {
          path: { type: 'string', pattern: '^/', maxLength: 512 },
          schedule: { type: 'string', pattern: schedule, maxLength: 256 },
        },
      },
    },
    cleanUrls: { type: 'boolean' },
    fluid: { type: 'boolean' },
    public: { type: 'boolean' },
    trailingSlash: { type: 'boolean' },
    bunVersion: { const: '1.x' },
    functionFailoverRegions: { type: 'array', items: { enum: regions } },
    git: { type: 'object' },
    headers: { type: 'array' },
    images: { type: 'object' },
    redirects: { type: 'array' },
    rewrites: { type: 'array' },
  },
}
