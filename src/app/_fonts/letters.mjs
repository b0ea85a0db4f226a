/** The letters of English, Italian and German with their signs: what the words of the shop are written in. */
export const letters =
  String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at)) +
  'ÀÈÉÌÒÙàèéìòùÄÖÜäöüß\u00a0\u00ad©«»·×°–—‘’“”„…€−•'
