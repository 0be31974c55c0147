;;; emacs.el --- Uses Emacs as a person does  -*- lexical-binding: t -*-

;; Opens the file FILE, waits for its findings, applies the fix whose title has the word FIX, saves, and waits until the file has
;; no finding.  Prints the first finding as JSON.  The init file was loaded before.

(require 'cl-lib)
(require 'flymake)
(require 'json)

(defconst patience 60)

(defun wait-until (what condition)
  "Let the editor work until CONDITION holds; WHAT names it."
  (let ((end (+ (float-time) patience)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "No %s in time: %s" what (with-current-buffer "*Messages*" (buffer-string))))
      ;; A batch has no command loop: hooks and idle timers run here.
      (run-hooks 'post-command-hook)
      (dolist (timer timer-idle-list) (ignore-errors (timer-event-handler timer)))
      (accept-process-output nil 0.05))))

(defun findings () (and (bound-and-true-p flymake-mode) (flymake-diagnostics)))

(defun choose (_prompt choices &rest _)
  "Pick the one of CHOICES whose title has the word FIX."
  (let ((titles (all-completions "" choices)))
    (or (cl-find-if (lambda (title) (string-search (getenv "FIX") title)) titles)
        (error "No fix among %S" titles))))

;; lsp-mode asks once which folder is the project; a batch cannot answer.
(defvar lsp-auto-guess-root)
(setq lsp-auto-guess-root t)

(find-file (getenv "FILE"))
(switch-to-buffer (current-buffer))
(wait-until "finding" #'findings)
(let* ((finding (car (findings)))
       (line (line-number-at-pos (flymake-diagnostic-beg finding)))
       (text (flymake-diagnostic-text finding))
       (before (buffer-chars-modified-tick)))
  (goto-char (flymake-diagnostic-beg finding))
  ;; By the keyboard: after a mouse event, Eglot opens a menu instead.
  (setq last-nonmenu-event ?\r)
  (cl-letf (((symbol-function 'completing-read) #'choose))
    (call-interactively (if (bound-and-true-p lsp-mode) #'lsp-execute-code-action #'eglot-code-actions))
    (wait-until "fix" (lambda () (/= before (buffer-chars-modified-tick)))))
  (save-buffer)
  (wait-until "end of the findings" (lambda () (null (findings))))
  (princ (json-encode `((line . ,(1- line)) (message . ,text)))))
(let ((confirm-kill-processes nil)) (kill-emacs 0))
