type Json = Record<string, unknown>;
type Resolve = (contract: Json, path: readonly string[], options: unknown) => unknown;
interface SwaggerUi {
  fn: { resolveSubtree: Resolve };
}

/**
 * A plugin of Swagger UI. By itself it takes the whole contract apart when it starts and again for every operation that
 * somebody opens, which is seconds each time; with this it gets that operation and the components that it refers to.
 *
 * It runs in the browser, where its text is sent: it may use nothing from outside itself.
 */
export const partByPart = () => ({
  afterLoad: ({ fn }: SwaggerUi): void => {
    const resolve = fn.resolveSubtree;
    const within = (whole: unknown, keys: readonly string[]): unknown =>
      keys.reduce<unknown>((value, key) => (value as Json | undefined)?.[key], whole);

    /** @param path of an operation `paths, /orders/, get`, or of components of a kind `components, securitySchemes` */
    const partOf = (contract: Json, path: readonly string[]): Json => {
      const [area = '', name = ''] = path;
      const part: Json = { ...contract, paths: {}, components: {} };
      const add = (keys: readonly string[]): void => {
        if (within(part, keys) !== undefined) return;
        const value = within(contract, keys);
        const [first = '', ...others] = keys;
        const last = others.pop() ?? '';
        const holder = others.reduce<Json>((at, key) => (at[key] ??= {}) as Json, part[first] as Json);
        holder[last] = value;
        addWhatIsNamedIn(value);
      };
      const addWhatIsNamedIn = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const [key, inner] of Object.entries(value))
          if (key === '$ref' && typeof inner === 'string' && inner.startsWith('#/components/'))
            add(inner.slice(2).split('/'));
          else addWhatIsNamedIn(inner);
      };
      add([area, name]);
      return part;
    };

    fn.resolveSubtree = (contract, path, options) =>
      resolve(path.length < 2 ? contract : partOf(contract, path), path, options);
  },
});
