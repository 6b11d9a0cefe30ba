import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { useLocation } from "wouter";
import { api, type NewReport } from "../api/api.ts";

function reportIn(form: HTMLFormElement): NewReport {
  const data = new FormData(form);
  const value = (name: string): string => String(data.get(name) ?? "").trim();
  const optional = Object.fromEntries(
    ["title", "publisher", "published"].flatMap((name) => (value(name) === "" ? [] : [[name, value(name)]])),
  );
  return { text: String(data.get("text") ?? ""), ...optional };
}

/** Paste a report; it is read and kept, and opens. */
export function NewReportPage(): ReactNode {
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: api.addReport,
    onSuccess: async ({ report }) => {
      await queries.invalidateQueries();
      navigate(`/r/${encodeURIComponent(report)}`);
    },
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    add.mutate(reportIn(event.currentTarget));
  };
  return (
    <>
      <h1>Add a report</h1>
      <form className="new" onSubmit={onSubmit}>
        <label className="field">
          <span>Title</span>
          <input name="title" />
        </label>
        <label className="field">
          <span>Publisher</span>
          <input name="publisher" />
        </label>
        <label className="field">
          <span>Published</span>
          <input name="published" type="date" />
        </label>
        <label className="field wide">
          <span>Text</span>
          <textarea name="text" required rows={16} dir="auto" />
        </label>
        <p className="quiet">Without a date, words like “Friday” stay unresolved: nothing is guessed.</p>
        <button type="submit" className="primary" disabled={add.isPending}>
          {add.isPending ? "Reading …" : "Read and keep"}
        </button>
        {add.error !== null && (
          <p className="fault" role="alert">
            {add.error.message}
          </p>
        )}
      </form>
    </>
  );
}
