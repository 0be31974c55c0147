package runtime

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// A line that is longer is written in parts, as the kubelet expects it.
const longest = 16 << 10

// log is the file of a container's output, in the format that the kubelet reads: time, stream, whether a line ends, text.
type log struct {
	path string
	lock sync.Mutex
	file *os.File
}

func newLog(path string) (*log, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	made := &log{path: path}
	return made, made.reopen()
}

func (l *log) reopen() error {
	l.lock.Lock()
	defer l.lock.Unlock()
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if l.file != nil {
		_ = l.file.Close()
	}
	l.file = file
	return nil
}

func (l *log) close() {
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.file != nil {
		_ = l.file.Close()
	}
}

// attach leads a process's output to the log. What it returns waits for the end of both streams.
func (l *log) attach(process *exec.Cmd) (func(), error) {
	stdout, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	stderr, err := process.StderrPipe()
	if err != nil {
		return nil, err
	}
	return func() {
		var both sync.WaitGroup
		for stream, from := range map[string]io.Reader{"stdout": stdout, "stderr": stderr} {
			both.Go(func() { l.copy(stream, from) })
		}
		both.Wait()
	}, nil
}

func (l *log) copy(stream string, from io.Reader) {
	reader := bufio.NewReaderSize(from, longest)
	for {
		text, partial, err := reader.ReadLine()
		if err != nil {
			return
		}
		mark := "F"
		if partial {
			mark = "P"
		}
		line := fmt.Sprintf("%s %s %s %s\n", time.Now().UTC().Format(time.RFC3339Nano), stream, mark, text)
		l.lock.Lock()
		_, _ = l.file.WriteString(line)
		l.lock.Unlock()
	}
}

// ReopenContainerLog opens a log's file again, after the kubelet has moved it away.
func (r *Runtime) ReopenContainerLog(_ context.Context, id string) error {
	one, err := r.container(id)
	if err != nil {
		return err
	}
	return one.log.reopen()
}
