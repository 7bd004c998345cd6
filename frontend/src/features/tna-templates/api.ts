import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, once } from '@/shared/api/change';
import {
  createTnaTemplate,
  type CreateTemplateDto,
  deleteTnaTemplate,
  listStepDurations,
  listTnaTemplates,
  type TemplateDto,
  updateTnaTemplate,
} from '@/shared/api/generated';

const templateKeys = { all: ['tna-templates'] as const };

/** All of them: a house has a handful. */
export function tnaTemplates() {
  return queryOptions({
    queryKey: templateKeys.all,
    queryFn: async ({ signal }) =>
      (await listTnaTemplates({ query: { pageSize: 200 }, signal, throwOnError: true })).data.results,
  });
}

/** How long each step took on the house's own finished lines, at all mills together. */
export function pastOfSteps() {
  return queryOptions({
    queryKey: ['step-durations'] as const,
    queryFn: async ({ signal }) =>
      (await listStepDurations({ query: { wholeHouse: true, pageSize: 200 }, signal, throwOnError: true })).data
        .results,
  });
}

/** @param template to change it; without one it is made  @param key one for the life of the form */
export function useSaveTemplate(template: TemplateDto | undefined, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateTemplateDto) => {
      if (!template) return (await createTnaTemplate({ body, headers: once(key), throwOnError: true })).data;
      const path = { id: template.id };
      return (await updateTnaTemplate({ path, body, headers: ifUnchanged(template), throwOnError: true })).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: templateKeys.all }),
    meta: { ownErrors: true },
  });
}

export function useDeleteTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (template: TemplateDto) =>
      deleteTnaTemplate({ path: { id: template.id }, headers: ifUnchanged(template), throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: templateKeys.all }),
  });
}
